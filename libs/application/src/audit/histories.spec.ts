import { AuditInMemory, pastEvent } from '@fleet/tests/builders/audit-in-memory';
import { OneRoute } from '@fleet/tests/builders/one-route';
import { aKey, aUser } from '@fleet/tests/builders/principals';
import { DriverNotFoundError } from '@fleet/domain/drivers/driver.errors';
import { RouteNotFoundError } from '@fleet/domain/routes/route.errors';
import { TripNotFoundError } from '@fleet/domain/trips/trip.errors';
import { VehicleNotFoundError } from '@fleet/domain/vehicles/vehicle.errors';
import { isWithin } from '@fleet/application/identity/limited-to';
import { TripQueries } from '@fleet/application/trips/trip.queries';
import { TripView } from '@fleet/application/trips/trip.view';
import { ListDriverHistory } from './list-driver-history';
import { ListRouteHistory } from './list-route-history';
import { ListTripHistory } from './list-trip-history';
import { ListVehicleHistory } from './list-vehicle-history';

const PAGE = { limit: 50 };
const [OWN, OTHER] = ['driver-own', 'driver-other'];
const SOMETHING = new AuditInMemory([pastEvent('Began', 1, '08:00', {}), pastEvent('WentOn', 2, '09:00', {})]);
const NOTHING = new AuditInMemory([]);
const ADMIN = aUser('Admin');
const DRIVER = aUser('Driver', OWN);

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
const ofRoute = (audit = SOMETHING) => new ListRouteHistory(audit, new OneRoute('route', OWN));
const ofTrip = (audit = SOMETHING) => new ListTripHistory(audit, new OneTrip());
const ofVehicle = (audit = SOMETHING) => new ListVehicleHistory(audit);
const versions = ({ items }: { items: { version: number }[] }) => items.map(({ version }) => version);

describe('a history', () => {
  it('is that of the thing that was asked for, with the addresses, for whoever may read the audit', async () => {
    const entry = { entityId: OTHER, address: '203.0.113.7', version: 2 };
    expect((await ofDriver().execute(OTHER, PAGE, ADMIN)).items[0]).toMatchObject({ entity: 'Driver', ...entry });
    expect((await ofRoute().execute(OTHER, PAGE, ADMIN)).items[0]).toMatchObject({ entity: 'Route', ...entry });
    expect((await ofTrip().execute(OTHER, PAGE, ADMIN)).items[0]).toMatchObject({ entity: 'Trip', ...entry });
    expect((await ofVehicle().execute(OTHER, PAGE, ADMIN)).items[0]).toMatchObject({ entity: 'Vehicle', ...entry });
  });

  it.each([
    ['a manager', aUser('Manager')],
    ['a service with a scope for histories', aKey('vehicles:history', 'drivers:read', 'routes:read', 'trips:read')],
  ])('is shown to %s without the addresses', async (_, reader) => {
    const histories = [ofDriver(), ofRoute(), ofTrip(), ofVehicle()];
    const pages = await Promise.all(histories.map((history) => history.execute(OTHER, PAGE, reader)));
    expect(pages.map(versions)).toEqual([[2, 1], [2, 1], [2, 1], [2, 1]]); // prettier-ignore
    expect(pages.flatMap(({ items }) => items.map(({ address }) => address))).toEqual(Array(8).fill(null));
  });

  it('is shown to a service that may read the audit with them', async () => {
    const { items } = await ofVehicle().execute('v', PAGE, aKey('vehicles:history', 'audit:read'));
    expect(items[0]).toMatchObject({ address: '203.0.113.7' });
  });

  it('is not found where nothing has happened', async () => {
    await expect(ofDriver(NOTHING).execute(OTHER, PAGE, ADMIN)).rejects.toThrow(DriverNotFoundError);
    await expect(ofRoute(NOTHING).execute('route', PAGE, ADMIN)).rejects.toThrow(RouteNotFoundError);
    await expect(ofTrip(NOTHING).execute('trip', PAGE, ADMIN)).rejects.toThrow(TripNotFoundError);
    await expect(ofVehicle(NOTHING).execute('v', PAGE, ADMIN)).rejects.toThrow(VehicleNotFoundError);
  });

  it('may have nothing behind a cursor', async () => {
    expect(await ofVehicle().execute('v', { ...PAGE, cursor: 'c' }, ADMIN)).toEqual({ items: [], nextCursor: null });
  });
});

describe('a driver who sees only the own', () => {
  it('sees the own history and those of the own trips and routes, without addresses', async () => {
    for (const page of [
      await ofDriver().execute(OWN, PAGE, DRIVER),
      await ofRoute().execute('route', PAGE, DRIVER),
      await ofTrip().execute('trip', PAGE, DRIVER),
    ]) {
      expect(versions(page)).toEqual([2, 1]);
      expect(page.items.map(({ address }) => address)).toEqual([null, null]);
    }
  });

  it('finds no other one', async () => {
    await expect(ofDriver().execute(OTHER, PAGE, DRIVER)).rejects.toThrow(DriverNotFoundError);
    await expect(ofTrip().execute('trip', PAGE, aUser('Driver', OTHER))).rejects.toThrow(TripNotFoundError);
    await expect(ofRoute().execute('route', PAGE, aUser('Driver', OTHER))).rejects.toThrow(RouteNotFoundError);
    await expect(ofTrip().execute('unknown', PAGE, DRIVER)).rejects.toThrow(TripNotFoundError);
  });
});
