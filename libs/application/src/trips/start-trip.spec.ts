import { DriverNotAvailableError, DriverNotFoundError } from '@fleet/domain/drivers/driver.errors';
import { InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';
import { Trip } from '@fleet/domain/trips/trip';
import { VehicleNotAvailableError, VehicleNotFoundError } from '@fleet/domain/vehicles/vehicle.errors';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { DriverBuilder } from '@fleet/tests/builders/driver.builder';
import { FixedClock, FixedId, NotedRepository, SingleTry } from '@fleet/tests/builders/fake-ports';
import { NOW } from '@fleet/tests/builders/moments';
import { VehicleBuilder } from '@fleet/tests/builders/vehicle.builder';
import { StartTrip } from './start-trip';
import { TripStarts } from './trip-starts';

function scene(vehicle = new VehicleBuilder().build(), driver = new DriverBuilder().build()) {
  const notes: string[] = [];
  const trips = new NotedRepository<Trip>('trip', notes);
  const vehicles = new NotedRepository('vehicle', notes, [vehicle]);
  const drivers = new NotedRepository('driver', notes, [driver]);
  const starts = new TripStarts(trips, vehicles as unknown as VehicleRepository, drivers, new FixedId('trip-1'));
  const startTrip = new StartTrip(new SingleTry(), starts, new FixedClock());
  const command = { vehicleId: vehicle.id, driverId: driver.id, route: ' Centro ' };
  return { startTrip, starts, command, notes, trips, vehicle, driver };
}

const writes = (notes: string[]) => notes.filter((note) => !note.startsWith('find'));

describe('StartTrip', () => {
  it('gives the trip as readers see it', async () => {
    const { startTrip, command } = scene();
    expect(await startTrip.execute(command)).toEqual({
      ...command,
      id: 'trip-1',
      route: 'Centro',
      startDate: NOW.toISOString(),
      endDate: null,
      distance: 0,
      version: 1,
    });
  });

  it('is of no delivery, whatever else is asked for, where a delivery starts its own', async () => {
    const byHand = scene();
    const started = jest.spyOn(byHand.starts, 'start');
    await byHand.startTrip.execute({ ...byHand.command, ...{ deliveryId: 'delivery-1' } });
    expect(started.mock.calls[0]?.[0]).toMatchObject({ deliveryId: null });
    const { starts, command, vehicle, driver } = scene();
    const trip = await starts.start({ ...command, deliveryId: 'delivery-1' }, NOW);
    expect(trip.snapshot()).toMatchObject({ id: 'trip-1', deliveryId: 'delivery-1', startDate: NOW });
    expect([vehicle.version, driver.version]).toEqual([2, 2]);
  });

  it('moves trip, vehicle and driver at the same instant', async () => {
    const { startTrip, command, vehicle, driver } = scene();
    await startTrip.execute(command);
    expect(vehicle.snapshot()).toMatchObject({ status: 'InUse', version: 2, updatedAt: NOW });
    expect(driver.snapshot()).toMatchObject({ available: false, version: 2, updatedAt: NOW });
  });

  it('writes in the order of locks that EndTrip has', async () => {
    const { startTrip, command, notes } = scene();
    await startTrip.execute(command);
    expect(writes(notes)).toEqual(['add trip', 'update vehicle', 'update driver']);
  });

  it('leaves the others alone when the trip has lost the race', async () => {
    const { startTrip, command, notes, trips } = scene();
    trips.fault = new VehicleNotAvailableError();
    await expect(startTrip.execute(command)).rejects.toThrow(VehicleNotAvailableError);
    expect(writes(notes)).toEqual(['add trip']);
  });

  it('reads nothing for a route that is at fault', async () => {
    const { startTrip, command, notes } = scene();
    await expect(startTrip.execute({ ...command, route: ' ' })).rejects.toThrow(InvalidFieldsError);
    expect(notes).toEqual([]);
  });

  it('lets a driver start as nobody else', async () => {
    const own = scene();
    const trip = await own.startTrip.execute({ ...own.command, limitedTo: own.driver.id });
    expect(trip).toMatchObject({ driverId: own.driver.id, version: 1 });
    const { startTrip, command, notes } = scene();
    // As for a driver who is not there: neither more nor less is looked at before.
    await expect(startTrip.execute({ ...command, limitedTo: 'other' })).rejects.toThrow(DriverNotFoundError);
    await expect(startTrip.execute({ ...command, limitedTo: 'other', vehicleId: 'none' })).rejects.toThrow(
      VehicleNotFoundError,
    );
    expect(writes(notes)).toEqual([]);
  });

  it('writes nothing when somebody is missing or not available', async () => {
    const free = scene();
    await expect(free.startTrip.execute({ ...free.command, vehicleId: 'other' })).rejects.toThrow(VehicleNotFoundError);
    await expect(free.startTrip.execute({ ...free.command, driverId: 'other' })).rejects.toThrow(DriverNotFoundError);
    const shop = scene(new VehicleBuilder().inMaintenance().build());
    await expect(shop.startTrip.execute(shop.command)).rejects.toThrow(VehicleNotAvailableError);
    const away = scene(undefined, new DriverBuilder().inactive().build());
    await expect(away.startTrip.execute(away.command)).rejects.toThrow(DriverNotAvailableError);
    expect([free, shop, away].flatMap(({ notes }) => writes(notes))).toEqual([]);
  });
});
