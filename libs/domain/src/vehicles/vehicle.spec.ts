import { addDays } from '@fleet/domain/shared/calendar';
import { NOW } from '@fleet/tests/builders/moments';
import { VehicleBuilder } from '@fleet/tests/builders/vehicle.builder';
import { Vehicle } from './vehicle';
import { VEHICLE_STATUSES } from './vehicle-status';
import { VehicleHasTripsError } from './vehicle.errors';

const millisecondsFrom = (instant: Date, ms: number) => new Date(instant.getTime() + ms);

describe('a vehicle', () => {
  it.each(VEHICLE_STATUSES)('comes back from its snapshot as it was: %s', (status) => {
    const snapshot = new VehicleBuilder().withStatus(status).withMileage(12_345_678).withVersion(9).snapshot();
    const vehicle = Vehicle.restore(snapshot);
    expect(vehicle.snapshot()).toEqual(snapshot);
    expect({ id: vehicle.id, stored: vehicle.storedVersion, changed: vehicle.hasChanged }).toEqual({
      id: snapshot.id,
      stored: 9,
      changed: false,
    });
  });

  it('comes back from its snapshot without checks', () => {
    const snapshot = { ...new VehicleBuilder().snapshot(), plate: 'an old plate format', year: 1800 };
    expect(Vehicle.restore(snapshot).snapshot()).toEqual(snapshot);
  });

  it('numbers its events on from the stored version', () => {
    const vehicle = new VehicleBuilder().withVersion(6).build();
    vehicle.startTrip('t1', NOW);
    vehicle.endTrip('t1', 5, NOW);
    vehicle.sendToMaintenance(NOW);
    expect(vehicle.events.map(({ version }) => version)).toEqual([7, 8, 9]);
    expect(vehicle).toMatchObject({ storedVersion: 6, version: 9 });
  });

  it('gives away snapshots that change nothing in it', () => {
    const vehicle = new VehicleBuilder().withMileage(5).build();
    vehicle.snapshot().mileage = 99;
    expect(vehicle.snapshot().mileage).toBe(5);
  });
});

describe('maintenance is due', () => {
  const isDue = (next: Date, days: number) => new VehicleBuilder().dueAt(next).build().isMaintenanceDue(days, NOW);

  it.each([0, 1, 3, 3650])('up to the instant that is %i days from now', (days) => {
    expect(isDue(addDays(NOW, days), days)).toBe(true);
    expect(isDue(millisecondsFrom(addDays(NOW, days), -1), days)).toBe(true);
    expect(isDue(millisecondsFrom(addDays(NOW, days), 1), days)).toBe(false);
  });

  it.each(VEHICLE_STATUSES)('when it is overdue, although the vehicle is %s', (status) => {
    const vehicle = new VehicleBuilder().dueAt(addDays(NOW, -400)).withStatus(status).build();
    expect(vehicle.isMaintenanceDue(0, NOW)).toBe(true);
  });
});

describe('deleting a vehicle', () => {
  it.each(['Available', 'InMaintenance'] as const)('is the last thing that happens to one that is %s', (status) => {
    const vehicle = new VehicleBuilder().withId('v1').withStatus(status).withVersion(2).build();
    vehicle.delete(NOW);
    const event = { stream: 'Vehicle', streamId: 'v1', version: 3, type: 'VehicleDeleted', occurredAt: NOW };
    expect(vehicle.events).toEqual([{ ...event, payload: {}, previous: {} }]);
  });

  it('is refused while it is on a trip', () => {
    const vehicle = new VehicleBuilder().inUse().build();
    expect(() => vehicle.delete(NOW)).toThrow(VehicleHasTripsError);
    expect(vehicle.hasChanged).toBe(false);
  });
});
