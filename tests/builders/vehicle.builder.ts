import { randomUUID } from 'node:crypto';
import { addDays } from '@fleet/domain/shared/calendar';
import { Vehicle, VehicleSnapshot } from '@fleet/domain/vehicles/vehicle';
import { VehicleStatus } from '@fleet/domain/vehicles/vehicle-status';
import { EARLIER } from './moments';

/** A stored vehicle that is available, with an id and a plate of its own; `register()` makes a new one instead. */
export class VehicleBuilder {
  private readonly fields: VehicleSnapshot;

  constructor() {
    const id = randomUUID();
    this.fields = {
      id,
      plate: `V-${id.slice(0, 8).toUpperCase()}`,
      model: 'Fiat Strada',
      year: 2022,
      mileage: 1_000,
      lastMaintenanceDate: EARLIER,
      nextMaintenanceDate: addDays(EARLIER, 90),
      status: 'Available',
      version: 1,
      createdAt: EARLIER,
      updatedAt: EARLIER,
    };
  }

  withId(id: string): this {
    return this.with({ id });
  }

  withPlate(plate: string): this {
    return this.with({ plate });
  }

  withModel(model: string): this {
    return this.with({ model });
  }

  withYear(year: number): this {
    return this.with({ year });
  }

  /** Kilometres. */
  withMileage(mileage: number): this {
    return this.with({ mileage });
  }

  /** Sets the next maintenance too, `intervalDays` later. */
  lastMaintainedAt(lastMaintenanceDate: Date, intervalDays = 90): this {
    return this.with({ lastMaintenanceDate, nextMaintenanceDate: addDays(lastMaintenanceDate, intervalDays) });
  }

  dueAt(nextMaintenanceDate: Date): this {
    return this.with({ nextMaintenanceDate });
  }

  withStatus(status: VehicleStatus): this {
    return this.with({ status });
  }

  inUse(): this {
    return this.withStatus('InUse');
  }

  inMaintenance(): this {
    return this.withStatus('InMaintenance');
  }

  withVersion(version: number): this {
    return this.with({ version });
  }

  snapshot(): VehicleSnapshot {
    return { ...this.fields };
  }

  /** As a repository gives it back: nothing has happened to it yet. */
  build(): Vehicle {
    return Vehicle.restore(this.snapshot());
  }

  /** A new one with its VehicleRegistered event. Status, version and next maintenance are what registering makes them. */
  register(now = EARLIER): Vehicle {
    const { id, plate, model, year, mileage, lastMaintenanceDate } = this.fields;
    const details = { id, plate, model, year, mileage, lastMaintenanceDate };
    return Vehicle.register(details, { now, maintenanceIntervalDays: 90 });
  }

  private with(changes: Partial<VehicleSnapshot>): this {
    Object.assign(this.fields, changes);
    return this;
  }
}
