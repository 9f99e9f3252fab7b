import { Global, Module, OnApplicationShutdown } from '@nestjs/common';
import { CommittedEvents } from '@fleet/application/shared/committed-events';
import { Leases } from '@fleet/application/shared/lease';
import { SealedData } from '@fleet/application/shared/sealed-data';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { PersonKeys } from '@fleet/application/shared/person-keys';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { SqlLeases } from '@fleet/infrastructure/shared/leases/sql-leases';
import { EventStreams } from '@fleet/infrastructure/shared/event-sourcing/event-streams';
import { DestroyedKeys } from '@fleet/infrastructure/shared/personal-data/destroyed-keys';
import { EventReader } from '@fleet/infrastructure/shared/personal-data/event-reader';
import { SqlPersonKeys } from '@fleet/infrastructure/shared/personal-data/sql-person-keys';
import { WrappedKeys } from '@fleet/infrastructure/shared/personal-data/wrapped-keys';
import { SqlSealedData } from '@fleet/infrastructure/shared/secrets/sql-sealed-data';
import { DatabaseFigures } from '@fleet/infrastructure/shared/metrics/database-figures';
import { SecretKeys } from '@fleet/infrastructure/shared/secrets/secret-keys';
import { Database } from './database';
import { DatabaseWatch } from './database-watch';
import { EventLog } from './event-log';
import { InProcessCommittedEvents } from './in-process-committed-events';
import { openDatabase } from './open-database';
import { PrimaryDatabase, ReadDatabase } from './read-database';
import { SqlUnitOfWork } from './sql-unit-of-work';
import { Statements } from './statements';
import { Transaction } from './transaction';
import { Transactions } from './transactions';

@Global()
@Module({
  providers: [
    Transaction,
    Statements,
    DatabaseFigures,
    DatabaseWatch,
    { provide: Database, inject: [Configuration, SecretKeys, Transaction, DatabaseWatch], useFactory: openDatabase },
    { provide: ReadDatabase, inject: [Database], useFactory: ({ reader }: Database) => reader },
    { provide: PrimaryDatabase, inject: [Database], useFactory: ({ primary }: Database) => primary },
    { provide: Transactions, inject: [Database], useFactory: ({ transactions }: Database) => transactions },
    InProcessCommittedEvents,
    { provide: CommittedEvents, useExisting: InProcessCommittedEvents },
    WrappedKeys,
    SqlPersonKeys,
    { provide: PersonKeys, useExisting: SqlPersonKeys },
    DestroyedKeys,
    EventLog,
    EventReader,
    EventStreams,
    { provide: SealedData, useClass: SqlSealedData },
    { provide: UnitOfWork, useClass: SqlUnitOfWork },
    { provide: Leases, useClass: SqlLeases },
  ],
  exports: [
    CommittedEvents,
    Database,
    DatabaseWatch,
    EventLog,
    EventReader,
    EventStreams,
    Leases,
    PersonKeys,
    PrimaryDatabase,
    ReadDatabase,
    SealedData,
    SqlPersonKeys,
    Statements,
    Transaction,
    UnitOfWork,
  ],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
