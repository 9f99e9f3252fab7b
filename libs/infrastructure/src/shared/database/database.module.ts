import { Global, Module, OnApplicationShutdown } from '@nestjs/common';
import { CommittedEvents } from '@fleet/application/shared/committed-events';
import { Leases } from '@fleet/application/shared/lease';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { SqlLeases } from '@fleet/infrastructure/shared/leases/sql-leases';
import { Database } from './database';
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
    { provide: Database, inject: [Configuration, Transaction], useFactory: openDatabase },
    { provide: ReadDatabase, inject: [Database], useFactory: ({ reader }: Database) => reader },
    { provide: PrimaryDatabase, inject: [Database], useFactory: ({ primary }: Database) => primary },
    { provide: Transactions, inject: [Database], useFactory: ({ transactions }: Database) => transactions },
    InProcessCommittedEvents,
    { provide: CommittedEvents, useExisting: InProcessCommittedEvents },
    EventLog,
    { provide: UnitOfWork, useClass: SqlUnitOfWork },
    { provide: Leases, useClass: SqlLeases },
  ],
  exports: [
    CommittedEvents,
    Database,
    EventLog,
    Leases,
    PrimaryDatabase,
    ReadDatabase,
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
