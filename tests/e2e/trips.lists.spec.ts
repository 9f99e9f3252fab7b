import { Page } from '@fleet/application/shared/page';
import { TripView } from '@fleet/application/trips/trip.view';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { Fleet } from './support/fleet';
import { cursorOf, join, listedIds, readPages } from './support/lists';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

const DAY = (day: number) => `2026-01-0${day}T12:00:00.000Z`;

let api: TestApi;
let fleet: Fleet;
/** Three vehicles and three drivers. */
let van: string, car: string, bus: string, ana: string, bia: string, rui: string;
/** Trips 0 to 6, each with the day of its start; 2 and 3 started in the same millisecond, 4 and 6 are running. */
let trips: string[];
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
  [van, car, bus] = [(await fleet.vehicle()).id, (await fleet.vehicle()).id, (await fleet.vehicle()).id];
  [ana, bia, rui] = [(await fleet.driver()).id, (await fleet.driver()).id, (await fleet.driver()).id];
  trips = [
    (await fleet.endedTrip({ vehicleId: van, driverId: ana })).id,
    (await fleet.endedTrip({ vehicleId: van, driverId: bia })).id,
    (await fleet.endedTrip({ vehicleId: car, driverId: ana })).id,
    (await fleet.endedTrip({ vehicleId: van, driverId: ana })).id,
    (await fleet.trip({ vehicleId: van, driverId: ana })).id,
    (await fleet.endedTrip({ vehicleId: bus, driverId: bia })).id,
    (await fleet.trip({ vehicleId: car, driverId: bia })).id,
  ];
  const { writer } = api.app.get(Database, { strict: false });
  for (const [trip, day] of [1, 2, 3, 3, 4, 5, 6].entries()) {
    await writer.query(`UPDATE Trips SET StartDate = '${DAY(day)}' WHERE Id = '${trips[trip]}'`);
  }
});
afterAll(() => api.stop());

/** Which of the trips a list gives, in its order. */
async function listed(parameters: string, path = '/api/trips'): Promise<number[]> {
  const ids = await listedIds(api.client, `${path}?${parameters}`);
  return ids.map((id) => trips.indexOf(id));
}

/** Trips of the same instant may come in either order. */
function inOrder(found: number[]): string {
  return found.join(' ').replace('3 2', '2 3');
}

describe('GET /api/trips', () => {
  it('lists whole trips, the last started first', async () => {
    const { status, body } = await api.client.get<Page<TripView>>('/api/trips');
    expect(status).toBe(200);
    expect(body.nextCursor).toBeNull();
    expect(inOrder(body.items.map(({ id }) => trips.indexOf(id)))).toBe('6 5 4 2 3 1 0');
    for (const trip of body.items) expect(trip).toEqual((await api.client.get(`/api/trips/${trip.id}`)).body);
  });

  it.each([1, 2, 3, 7])('gives every trip once, %d a page, in both directions', async (limit) => {
    const ascending = await readPages<TripView>(api.client, '/api/trips?sort=startDate', limit);
    const descending = await readPages<TripView>(api.client, '/api/trips?sort=-startDate', limit);
    expect(ascending).toHaveLength(Math.ceil(7 / limit));
    expect(ascending.slice(0, -1).every((page) => page.length === limit)).toBe(true);
    const ids = ascending.flat().map(({ id }) => id);
    expect(inOrder(ids.map((id) => trips.indexOf(id)))).toBe('0 1 2 3 4 5 6');
    expect(descending.flat().map(({ id }) => id)).toEqual([...ids].reverse());
  });

  it.each([
    ['a vehicle', () => `vehicleId=${van}`, '4 3 1 0'],
    ['a vehicle in upper case', () => `vehicleId=${van.toUpperCase()}`, '4 3 1 0'],
    ['a driver', () => `driverId=${bia}`, '6 5 1'],
    ['a vehicle and a driver', () => `vehicleId=${van}&driverId=${ana}`, '4 3 0'],
    ['a driver without trips', () => `driverId=${rui}`, ''],
    ['what runs', () => 'active=true', '6 4'],
    ['what has ended', () => 'active=false', '5 2 3 1 0'],
    ['what runs of a vehicle', () => `vehicleId=${van}&active=true`, '4'],
    ['what has ended of a driver', () => `driverId=${ana}&active=false`, '2 3 0'],
    ['all at once', () => `vehicleId=${van}&driverId=${ana}&active=false&from=${DAY(1)}&to=${DAY(3)}`, '0'],
    ['an instant on', () => `from=${DAY(4)}`, '6 5 4'],
    ['until before an instant', () => `to=${DAY(4)}`, '2 3 1 0'],
    ['a range, with its start and without its end', () => `from=${DAY(2)}&to=${DAY(5)}`, '4 2 3 1'],
    ['a day, which is its midnight', () => 'from=2026-01-03&to=2026-01-04', '2 3'],
    ['an instant in another zone', () => `from=${encodeURIComponent('2026-01-06T09:00:00-03:00')}`, '6'],
    ['the millisecond after', () => 'from=2026-01-06T12:00:00.001Z', ''],
    ['an empty range', () => `from=${DAY(4)}&to=${DAY(4)}`, ''],
    ['a vehicle in a range, the first first', () => `vehicleId=${van}&from=${DAY(2)}&sort=startDate`, '1 3 4'],
  ])('filters by %s', async (_, parameters, found) => {
    expect(inOrder(await listed(parameters()))).toBe(found);
  });

  it.each([
    ['sort=startDate', '1 2 3 4 5'],
    ['sort=-startDate', '5 4 2 3 1'],
  ])('pages through a range, %s', async (sort, found) => {
    const path = `/api/trips?${sort}&from=${DAY(2)}&to=${DAY(6)}`;
    const pages = await readPages<TripView>(api.client, path, 1);
    expect(pages).toHaveLength(5);
    expect(inOrder(pages.flat().map(({ id }) => trips.indexOf(id)))).toBe(found);
  });

  it('pages through what has ended of a vehicle', async () => {
    const pages = await readPages<TripView>(api.client, `/api/trips?vehicleId=${van}&active=false`, 2);
    expect(pages.map((page) => page.map(({ id }) => trips.indexOf(id)))).toEqual([[3, 1], [0]]);
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['vehicleId=1', 'vehicleId'],
    ['driverId=x', 'driverId'],
    ['active=maybe', 'active'],
    ['from=yesterday', 'from'],
    ['to=2026-01-01T12:00:00', 'to'],
    ['to=2026-02-30', 'to'],
    ['sort=route', 'sort'],
    ['route=Centro', 'route'],
  ])('refuses %s', async (parameters, field) => {
    expectFaultsOf(await api.client.get(`/api/trips?${parameters}`), field);
  });
});

describe('GET /api/trips/active', () => {
  it('lists what runs, with the filters and the order of the list', async () => {
    const active = (parameters: string) => listed(parameters, '/api/trips/active');
    expect(await active('')).toEqual([6, 4]);
    expect(await active('sort=startDate')).toEqual([4, 6]);
    expect(await active(`vehicleId=${van}`)).toEqual([4]);
    expect(await active(`driverId=${bia}`)).toEqual([6]);
    expect(await active(`driverId=${rui}`)).toEqual([]);
    expect(await active(`from=${DAY(5)}`)).toEqual([6]);
    expect(await active(`to=${DAY(6)}`)).toEqual([4]);
  });

  it.each(['startDate', '-startDate'])('gives every trip once, one a page, by %s', async (sort) => {
    const pages = await readPages<TripView>(api.client, `/api/trips/active?sort=${sort}`, 1);
    expect(pages).toHaveLength(2);
    expect(pages.flat().every(({ endDate }) => endDate === null)).toBe(true);
  });

  it('answers HEAD, and refuses what the list refuses', async () => {
    expect((await api.client.send('HEAD', '/api/trips/active')).status).toBe(200);
    expectFaultsOf(await api.client.get('/api/trips/active?limit=0'), 'limit');
    expectFaultsOf(await api.client.get('/api/trips/active?active=false'), 'active');
  });
});

describe('a cursor of /api/trips', () => {
  it.each([
    ['of the other direction', () => '/api/trips', () => '/api/trips?sort=startDate'],
    ['of no filter', () => '/api/trips', () => `/api/trips?vehicleId=${van}`],
    ['of another vehicle', () => `/api/trips?vehicleId=${van}`, () => `/api/trips?vehicleId=${car}`],
    ['of a driver with the same id', () => `/api/trips?vehicleId=${van}`, () => `/api/trips?driverId=${van}`],
    ['of another range', () => `/api/trips?from=${DAY(1)}`, () => `/api/trips?from=${DAY(2)}`],
    ['of what has ended', () => '/api/trips?active=false', () => '/api/trips?active=true'],
    ['of all trips', () => '/api/trips', () => '/api/trips/active'],
    ['of the drivers', () => '/api/drivers', () => '/api/trips?sort=startDate'],
  ])('is refused when it is %s', async (_, from, to) => {
    const cursor = await cursorOf(api.client, from());
    expectProblem(await api.client.get(join(to(), `cursor=${cursor}`)), 400, 'INVALID_CURSOR');
  });

  it('is refused when it is broken', async () => {
    const cursor = await cursorOf(api.client, '/api/trips');
    for (const broken of [`${cursor}x`, cursor.slice(0, -1), cursor.slice(1), 'x']) {
      expectProblem(await api.client.get(`/api/trips?cursor=${broken}`), 400, 'INVALID_CURSOR');
    }
  });
});
