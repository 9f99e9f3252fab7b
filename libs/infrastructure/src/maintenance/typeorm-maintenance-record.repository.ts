import { Injectable } from '@nestjs/common';
import { MaintenanceRecord } from '@fleet/domain/maintenance/maintenance-record';
import { MaintenanceRecordRepository } from '@fleet/domain/maintenance/maintenance-record.repository';
import { EventLog } from '@fleet/infrastructure/shared/database/event-log';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { TypeOrmRepository } from '@fleet/infrastructure/shared/database/typeorm-repository';
import { toMaintenanceRecord, toMaintenanceRecordRecord } from './maintenance-record.mapper';
import { MaintenanceRecordRecord, MaintenanceRecordSchema } from './maintenance-record.record';

const MAPPING = {
  schema: MaintenanceRecordSchema,
  toAggregate: toMaintenanceRecord,
  toRecord: toMaintenanceRecordRecord,
  uniqueKeys: [],
};

@Injectable()
export class TypeOrmMaintenanceRecordRepository extends MaintenanceRecordRepository {
  private readonly rows: TypeOrmRepository<MaintenanceRecord, MaintenanceRecordRecord>;

  constructor(transaction: Transaction, eventLog: EventLog) {
    super();
    this.rows = new TypeOrmRepository(MAPPING, transaction, eventLog);
  }

  find(id: string): Promise<MaintenanceRecord | null> {
    return this.rows.find(id);
  }

  add(record: MaintenanceRecord): Promise<void> {
    return this.rows.add(record);
  }

  update(record: MaintenanceRecord): Promise<void> {
    return this.rows.update(record);
  }

  remove(record: MaintenanceRecord): Promise<void> {
    return this.rows.remove(record);
  }
}
