import { AuditInMemory, pastEvent } from '@fleet/tests/builders/audit-in-memory';
import { FixedClock } from '@fleet/tests/builders/fake-ports';
import { EARLIER } from '@fleet/tests/builders/moments';
import { ShowDriverAt } from '@fleet/application/drivers/show-driver-at';
import { ShowVehicleAt } from '@fleet/application/vehicles/show-vehicle-at';
import { DriverNotFoundError } from '@fleet/domain/drivers/driver.errors';
import { VehicleNotFoundError } from '@fleet/domain/vehicles/vehicle.errors';
import { PastStates } from './past-states';

const states = (...events: ReturnType<typeof pastEvent>[]) =>
  new PastStates(new AuditInMemory(events), new FixedClock());
const REGISTERED = pastEvent('DriverRegistered', 1, '08:00', { name: 'Ana', active: true, available: true });
const STARTED = pastEvent('DriverTripStarted', 2, '09:00', { tripId: 't', available: false });

describe('a driver as of an instant', () => {
  const show = new ShowDriverAt(states(REGISTERED, STARTED));

  it('is seen by whoever sees everybody, and by the driver', async () => {
    const seen = await show.execute('d', EARLIER);
    expect(seen).toMatchObject({ id: 'd', name: 'Ana', active: true, available: false, version: 2 });
    expect(seen).not.toHaveProperty('tripId');
    expect(await show.execute('d', EARLIER, 'd')).toEqual(seen);
  });

  it('is not found by another driver, nor when there is none', async () => {
    await expect(show.execute('d', EARLIER, 'other')).rejects.toThrow(DriverNotFoundError);
    await expect(new ShowDriverAt(states()).execute('d', EARLIER)).rejects.toThrow(DriverNotFoundError);
  });
});

describe('a vehicle as of an instant', () => {
  it('is not found by a driver, who sees vehicles as they are alone, nor when there is none', async () => {
    const event = pastEvent('VehicleRegistered', 1, '08:00', { plate: 'A', status: 'Available' });
    const show = new ShowVehicleAt(states(event));
    expect(await show.execute('v', EARLIER)).toMatchObject({ id: 'v', plate: 'A', version: 1 });
    await expect(show.execute('v', EARLIER, 'd')).rejects.toThrow(VehicleNotFoundError);
    await expect(new ShowVehicleAt(states()).execute('v', EARLIER)).rejects.toThrow(VehicleNotFoundError);
  });
});
