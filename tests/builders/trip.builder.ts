import { randomUUID } from 'node:crypto';
import { Trip, TripSnapshot } from '@fleet/domain/trips/trip';
import { EARLIER, NOW } from './moments';

/** A stored trip that is running; `start()` makes a new one instead. */
export class TripBuilder {
  private readonly fields: TripSnapshot = {
    id: randomUUID(),
    vehicleId: randomUUID(),
    driverId: randomUUID(),
    route: 'Centro - Aeroporto',
    deliveryId: null,
    startDate: EARLIER,
    endDate: null,
    distance: 0,
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

  ofDriver(driverId: string): this {
    return this.with({ driverId });
  }

  ofDelivery(deliveryId: string = randomUUID()): this {
    return this.with({ deliveryId });
  }

  along(route: string): this {
    return this.with({ route });
  }

  startedAt(startDate: Date): this {
    return this.with({ startDate });
  }

  /** @param distance kilometres */
  ended(distance = 42, endDate = NOW): this {
    return this.with({ distance, endDate, updatedAt: endDate, version: 2 });
  }

  snapshot(): TripSnapshot {
    return { ...this.fields };
  }

  /** As a repository gives it back: nothing has happened to it yet. */
  build(): Trip {
    return Trip.restore(this.snapshot());
  }

  /** A new one with its TripStarted event, running whatever `ended` said. */
  start(now = this.fields.startDate): Trip {
    const { id, vehicleId, driverId, route, deliveryId } = this.fields;
    return Trip.start({ id, vehicleId, driverId, route, deliveryId }, now);
  }

  private with(changes: Partial<TripSnapshot>): this {
    Object.assign(this.fields, changes);
    return this;
  }
}
