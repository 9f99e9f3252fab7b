import { AggregateRepository } from '@fleet/domain/shared/aggregate-repository';
import { MaintenanceRecord } from './maintenance-record';

/** Where maintenance records are kept. They are never changed, and go when their vehicle goes. */
export abstract class MaintenanceRecordRepository extends AggregateRepository<MaintenanceRecord> {}
