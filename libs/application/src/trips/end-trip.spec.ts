import { ConcurrentUpdateError, VersionMismatchError } from '@fleet/application/shared/application-error';
import { InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';
import { TripAlreadyEndedError, TripNotFoundError, TripOfDeliveryError } from '@fleet/domain/trips/trip.errors';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { DriverBuilder } from '@fleet/tests/builders/driver.builder';
import { FixedClock, NotedRepository, SingleTry } from '@fleet/tests/builders/fake-ports';
import { NOW } from '@fleet/tests/builders/moments';
import { TripBuilder } from '@fleet/tests/builders/trip.builder';
import { VehicleBuilder } from '@fleet/tests/builders/vehicle.builder';
import { EndTrip } from './end-trip';
import { TripEnds } from './trip-ends';

function scene(builder = new TripBuilder()) {
  const vehicle = new VehicleBuilder().inUse().withMileage(1_000).build();
  const driver = new DriverBuilder().onTrip().build();
  const trip = builder.ofVehicle(vehicle.id).ofDriver(driver.id).build();
  const notes: string[] = [];
  const trips = new NotedRepository('trip', notes, [trip]);
  const vehicles = new NotedRepository('vehicle', notes, [vehicle]) as unknown as VehicleRepository;
  const drivers = new NotedRepository('driver', notes, [driver]);
  const ends = new TripEnds(trips, vehicles, drivers);
  const endTrip = new EndTrip(new SingleTry(), ends, new FixedClock());
  return { endTrip, ends, notes, trips, trip, vehicle, driver };
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

describe('a trip that a delivery has started', () => {
  it('is not ended by hand, whatever the distance, and nothing is written', async () => {
    const { endTrip, trip, notes } = scene(new TripBuilder().ofDelivery('delivery-1'));
    const refused = endTrip.execute({ id: trip.id, distance: -1 });
    await expect(refused).rejects.toThrow(new TripOfDeliveryError('delivery-1'));
    expect(notes).toEqual(['find trip']);
  });

  it('is not there for another driver, and has a version like any other', async () => {
    const { endTrip, trip } = scene(new TripBuilder().ofDelivery());
    const command = { id: trip.id, distance: 1, expectedVersion: [9] };
    await expect(endTrip.execute({ ...command, limitedTo: 'other' })).rejects.toThrow(TripNotFoundError);
    await expect(endTrip.execute(command)).rejects.toThrow(VersionMismatchError);
  });

  it('is ended by the delivery, with all that the end of a trip does', async () => {
    const { ends, trip, vehicle, driver, notes } = scene(new TripBuilder().ofDelivery());
    expect((await ends.end(trip.id, 7, NOW)).snapshot()).toMatchObject({ endDate: NOW, distance: 7 });
    expect(vehicle.snapshot()).toMatchObject({ status: 'Available', mileage: 1_007 });
    expect(driver.snapshot()).toMatchObject({ available: true });
    expect(notes.filter((note) => note.startsWith('update'))).toHaveLength(3);
    await expect(ends.end('other', 7, NOW)).rejects.toThrow(TripNotFoundError);
    await expect(ends.end(trip.id, 7, NOW)).rejects.toThrow(TripAlreadyEndedError);
  });
});
