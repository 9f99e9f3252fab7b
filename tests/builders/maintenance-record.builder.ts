import { randomUUID } from 'node:crypto';
import { MaintenanceRecord, MaintenanceRecordSnapshot } from '@fleet/domain/maintenance/maintenance-record';
import { Money } from '@fleet/domain/maintenance/money';
import { EARLIER } from './moments';

/** A stored maintenance record; `record()` makes a new one instead. */
export class MaintenanceRecordBuilder {
  private readonly fields: MaintenanceRecordSnapshot = {
    id: randomUUID(),
    vehicleId: randomUUID(),
    date: EARLIER,
    description: 'Troca de óleo',
    cost: Money.fromDecimal('350.90'),
    version: 1,
    createdAt: EARLIER,
    updatedAt: EARLIER,
  };

  withId(id: string): this {
    return this.with({ id });
  }

  ofVehicle(vehicleId: string): this {
    return this.with({ vehicleId });
  }

  doneAt(date: Date): this {
    return this.with({ date });
  }

  withDescription(description: string): this {
    return this.with({ description });
  }

  /** @param decimal such as `350.90` */
  costing(decimal: string): this {
    return this.with({ cost: Money.fromDecimal(decimal) });
  }

  snapshot(): MaintenanceRecordSnapshot {
    return { ...this.fields };
  }

  /** As a repository gives it back: nothing has happened to it yet. */
  build(): MaintenanceRecord {
    return MaintenanceRecord.restore(this.snapshot());
  }

  /** A new one with its MaintenanceRecorded event. */
  record(now = this.fields.date): MaintenanceRecord {
    const { id, vehicleId, date, description, cost } = this.fields;
    return MaintenanceRecord.record({ id, vehicleId, date, description, cost: cost.toNumber() }, now);
  }

  private with(changes: Partial<MaintenanceRecordSnapshot>): this {
    Object.assign(this.fields, changes);
    return this;
  }
}
