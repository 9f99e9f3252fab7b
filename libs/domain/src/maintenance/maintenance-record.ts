import { AggregateRoot } from '@fleet/domain/shared/aggregate-root';
import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { VehicleId } from '@fleet/domain/vehicles/vehicle-id';
import { MaintenanceRecordId } from './maintenance-record-id';
import { MaintenanceRecordEvents } from './maintenance.events';
import { Money } from './money';

export const DESCRIPTION_MAX_LENGTH = 500;

export interface MaintenanceRecordSnapshot {
  id: MaintenanceRecordId;
  vehicleId: VehicleId;
  /** When the work was done. */
  date: Date;
  description: string;
  cost: Money;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** What a maintenance is recorded with; `cost` is in the fleet's currency. */
export interface MaintenanceDetails {
  id: MaintenanceRecordId;
  vehicleId: VehicleId;
  date: Date;
  description: string;
  cost: number;
}

type MaintenanceRecordState = Omit<MaintenanceRecordSnapshot, 'id' | 'version'>;

/** Work that was done on a vehicle. It is written once and stays as it is. */
export class MaintenanceRecord extends AggregateRoot {
  private constructor(
    id: MaintenanceRecordId,
    storedVersion: number,
    private readonly state: MaintenanceRecordState,
  ) {
    super('MaintenanceRecord', id, storedVersion);
  }

  /** @throws InvalidFieldsError with every field that is at fault */
  static record({ id, vehicleId, ...details }: MaintenanceDetails, now: Date): MaintenanceRecord {
    const checks = new FieldChecks();
    const date = checks.notInFuture('date', details.date, now);
    const description = checks.text('description', details.description, DESCRIPTION_MAX_LENGTH);
    const cost = Money.parse(checks, 'cost', details.cost);
    checks.done();
    const state = { vehicleId, date, description, cost, createdAt: now, updatedAt: now };
    const record = new MaintenanceRecord(id, 0, state);
    const payload = { vehicleId, date: date.toISOString(), description, cost: cost.toDecimal() };
    record.record('MaintenanceRecorded', now, payload satisfies MaintenanceRecordEvents['MaintenanceRecorded']);
    return record;
  }

  /** Rebuilds a stored record. Checks nothing. */
  static restore({ id, version, ...state }: MaintenanceRecordSnapshot): MaintenanceRecord {
    return new MaintenanceRecord(id, version, state);
  }

  snapshot(): MaintenanceRecordSnapshot {
    return { id: this.id, ...this.state, version: this.version };
  }
}
