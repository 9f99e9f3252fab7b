import { AuditInMemory, pastEvent } from '@fleet/tests/builders/audit-in-memory';
import { DriverNotFoundError } from '@fleet/domain/drivers/driver.errors';
import { TripNotFoundError } from '@fleet/domain/trips/trip.errors';
import { VehicleNotFoundError } from '@fleet/domain/vehicles/vehicle.errors';
import { isWithin } from '@fleet/application/identity/limited-to';
import { TripQueries } from '@fleet/application/trips/trip.queries';
import { TripView } from '@fleet/application/trips/trip.view';
import { ListDriverHistory } from './list-driver-history';
import { ListTripHistory } from './list-trip-history';
import { ListVehicleHistory } from './list-vehicle-history';

const PAGE = { limit: 50 };
const [OWN, OTHER] = ['driver-own', 'driver-other'];
const SOMETHING = new AuditInMemory([pastEvent('Began', 1, '08:00', {}), pastEvent('WentOn', 2, '09:00', {})]);
const NOTHING = new AuditInMemory([]);

/** One trip, of the caller who sees only the own. */
class OneTrip extends TripQueries {
  async find(id: string, limitedTo?: string): Promise<TripView | null> {
    return id === 'trip' && isWithin(limitedTo, OWN) ? ({ id, driverId: OWN } as TripView) : null;
  }

  list(): never {
    throw new Error('A history needs no list of trips.');
  }
}

const ofDriver = (audit = SOMETHING) => new ListDriverHistory(audit);
const ofTrip = (audit = SOMETHING) => new ListTripHistory(audit, new OneTrip());
const ofVehicle = (audit = SOMETHING) => new ListVehicleHistory(audit);
const versions = ({ items }: { items: { version: number }[] }) => items.map(({ version }) => version);

describe('a history', () => {
  it('is that of the thing that was asked for, with the addresses, for whoever sees everything', async () => {
    const entry = { entityId: OTHER, address: '203.0.113.7', version: 2 };
    expect((await ofDriver().execute(OTHER, PAGE)).items[0]).toMatchObject({ entity: 'Driver', ...entry });
    expect((await ofTrip().execute(OTHER, PAGE)).items[0]).toMatchObject({ entity: 'Trip', ...entry });
    expect((await ofVehicle().execute(OTHER, PAGE)).items[0]).toMatchObject({ entity: 'Vehicle', ...entry });
  });

  it('is not found where nothing has happened', async () => {
    await expect(ofDriver(NOTHING).execute(OTHER, PAGE)).rejects.toThrow(DriverNotFoundError);
    await expect(ofTrip(NOTHING).execute('trip', PAGE)).rejects.toThrow(TripNotFoundError);
    await expect(ofVehicle(NOTHING).execute('v', PAGE)).rejects.toThrow(VehicleNotFoundError);
  });

  it('may have nothing behind a cursor', async () => {
    expect(await ofVehicle().execute('v', { ...PAGE, cursor: 'c' })).toEqual({ items: [], nextCursor: null });
  });
});

describe('a driver who sees only the own', () => {
  it('sees the own history and that of the own trips, without addresses', async () => {
    for (const page of [await ofDriver().execute(OWN, PAGE, OWN), await ofTrip().execute('trip', PAGE, OWN)]) {
      expect(versions(page)).toEqual([2, 1]);
      expect(page.items.map(({ address }) => address)).toEqual([null, null]);
    }
  });

  it('finds no other one', async () => {
    await expect(ofDriver().execute(OTHER, PAGE, OWN)).rejects.toThrow(DriverNotFoundError);
    await expect(ofTrip().execute('trip', PAGE, OTHER)).rejects.toThrow(TripNotFoundError);
    await expect(ofTrip().execute('unknown', PAGE, OWN)).rejects.toThrow(TripNotFoundError);
  });
});
