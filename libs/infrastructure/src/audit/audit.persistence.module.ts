import { Module } from '@nestjs/common';
import { AuditQueries } from '@fleet/application/audit/audit.queries';
import { EventSeals } from '@fleet/application/audit/event-seals';
import { HashChain } from './hash-chain';
import { SqlAuditQueries } from './sql-audit.queries';
import { SqlEventSeals } from './sql-event-seals';

@Module({
  providers: [
    { provide: AuditQueries, useClass: SqlAuditQueries },
    HashChain,
    { provide: EventSeals, useClass: SqlEventSeals },
  ],
  exports: [AuditQueries, EventSeals],
})
export class AuditPersistenceModule {}
