import { ConcurrentUpdateError, VersionMismatchError } from '@fleet/application/shared/application-error';
import { InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';
import { TripAlreadyEndedError, TripNotFoundError } from '@fleet/domain/trips/trip.errors';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { DriverBuilder } from '@fleet/tests/builders/driver.builder';
import { FixedClock, NotedRepository, SingleTry } from '@fleet/tests/builders/fake-ports';
import { NOW } from '@fleet/tests/builders/moments';
import { TripBuilder } from '@fleet/tests/builders/trip.builder';
import { VehicleBuilder } from '@fleet/tests/builders/vehicle.builder';
import { EndTrip } from './end-trip';

function scene(builder = new TripBuilder()) {
  const vehicle = new VehicleBuilder().inUse().withMileage(1_000).build();
  const driver = new DriverBuilder().onTrip().build();
  const trip = builder.ofVehicle(vehicle.id).ofDriver(driver.id).build();
  const notes: string[] = [];
  const trips = new NotedRepository('trip', notes, [trip]);
  const vehicles = new NotedRepository('vehicle', notes, [vehicle]) as unknown as VehicleRepository;
  const drivers = new NotedRepository('driver', notes, [driver]);
  const endTrip = new EndTrip(new SingleTry(), trips, vehicles, drivers, new FixedClock());
  return { endTrip, notes, trips, trip, vehicle, driver };
}

describe('EndTrip', () => {
  it('gives the ended trip, and vehicle and driver back', async () => {
    const { endTrip, trip, vehicle, driver } = scene();
    const view = await endTrip.execute({ id: trip.id, distance: 120 });
    expect(view).toMatchObject({ id: trip.id, distance: 120, endDate: NOW.toISOString(), version: 2 });
    expect(vehicle.snapshot()).toMatchObject({ status: 'Available', mileage: 1_120, version: 2, updatedAt: NOW });
    expect(driver.snapshot()).toMatchObject({ available: true, version: 2, updatedAt: NOW });
  });

  it("ends a driver's own trip", async () => {
    const { endTrip, trip, driver } = scene();
    expect(await endTrip.execute({ id: trip.id, distance: 1, limitedTo: driver.id })).toMatchObject({ version: 2 });
  });

  it('writes the trip before it looks at the others, in the order of locks that StartTrip has', async () => {
    const { endTrip, trip, notes } = scene();
    await endTrip.execute({ id: trip.id, distance: 1 });
    const others = ['find vehicle', 'update vehicle', 'find driver', 'update driver'];
    expect(notes).toEqual(['find trip', 'update trip', ...others]);
  });

  it('leaves the others alone when it has lost the race', async () => {
    const { endTrip, trip, notes, trips } = scene();
    trips.fault = new ConcurrentUpdateError();
    await expect(endTrip.execute({ id: trip.id, distance: 1 })).rejects.toThrow(ConcurrentUpdateError);
    expect(notes).toEqual(['find trip', 'update trip']);
  });

  it.each([
    ['an unknown id, whatever else', { id: 'other', expectedVersion: [9], distance: -1 }, TripNotFoundError],
    ["another driver's trip as one that is not there", { limitedTo: 'other', expectedVersion: [9] }, TripNotFoundError],
    ['another version before the distance', { expectedVersion: [9], distance: -1 }, VersionMismatchError],
    ['a distance that cannot be', { expectedVersion: [2], distance: -1 }, InvalidFieldsError],
    ['a trip that has ended', { expectedVersion: [2], distance: 1 }, TripAlreadyEndedError],
  ])('refuses %s, and writes nothing', async (_, command, error) => {
    const { endTrip, trip, notes } = scene(new TripBuilder().ended());
    await expect(endTrip.execute({ id: trip.id, distance: 1, ...command })).rejects.toThrow(error);
    expect(notes).toEqual(['find trip']);
  });
});
