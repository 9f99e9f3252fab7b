import { randomUUID } from 'node:crypto';
import { Fleet } from './support/fleet';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let fleet: Fleet;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
});
afterAll(() => api.stop());

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const start = (vehicleId: string, driverId: string, route: unknown = 'Centro') =>
  api.client.post('/api/trips/start', { vehicleId, driverId, route });
const end = (id: string, distance: unknown = 10, headers = {}) =>
  api.client.post(`/api/trips/end/${id}`, { distance }, headers);

describe('POST /api/trips/start', () => {
  it('starts a trip of a vehicle and a driver', async () => {
    const [vehicle, driver] = [await fleet.vehicle(), await fleet.driver()];
    const { status, body, headers } = await start(
      vehicle.id.toUpperCase(),
      driver.id.toUpperCase(),
      ' Centro - Norte ',
    );
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(UUID) as string,
      vehicleId: vehicle.id,
      driverId: driver.id,
      route: 'Centro - Norte',
      startDate: expect.stringMatching(INSTANT) as string,
      endDate: null,
      distance: 0,
      version: 1,
    });
    expect(headers.get('etag')).toBe('"1"');
    expect(headers.get('location')).toBe(`/api/trips/${body.id as string}`);
    expect((await api.client.get(headers.get('location')!)).body).toEqual(body);
  });

  it('refuses a vehicle that is on a trip', async () => {
    const { vehicleId } = await fleet.trip();
    const driver = await fleet.driver();
    expectProblem(await start(vehicleId, driver.id), 400, 'VEHICLE_NOT_AVAILABLE');
    expect(await fleet.getDriver(driver.id)).toEqual(driver);
  });

  it('refuses a vehicle that is in the workshop', async () => {
    const [vehicle, driver] = [await fleet.vehicle(), await fleet.driver()];
    expect((await api.client.post('/api/maintenance/start', { vehicleId: vehicle.id })).status).toBe(200);
    expectProblem(await start(vehicle.id, driver.id), 400, 'VEHICLE_NOT_AVAILABLE');
    expect(await fleet.getDriver(driver.id)).toEqual(driver);
  });

  it('refuses a driver who is on a trip', async () => {
    const { driverId } = await fleet.trip();
    const vehicle = await fleet.vehicle();
    expectProblem(await start(vehicle.id, driverId), 400, 'DRIVER_NOT_AVAILABLE');
    expect(await fleet.getVehicle(vehicle.id)).toEqual(vehicle);
  });

  it('refuses a driver who is inactive', async () => {
    const [vehicle, driver] = [await fleet.vehicle(), await fleet.driver()];
    await api.client.post(`/api/drivers/${driver.id}/deactivate`);
    expectProblem(await start(vehicle.id, driver.id), 400, 'DRIVER_NOT_AVAILABLE');
    expect(await fleet.getVehicle(vehicle.id)).toEqual(vehicle);
  });

  it('knows no other vehicle and no other driver', async () => {
    const [vehicle, driver] = [await fleet.vehicle(), await fleet.driver()];
    expectProblem(await start(randomUUID(), driver.id), 404, 'VEHICLE_NOT_FOUND');
    expectProblem(await start(vehicle.id, randomUUID()), 404, 'DRIVER_NOT_FOUND');
    expect(await fleet.getVehicle(vehicle.id)).toEqual(vehicle);
    expect(await fleet.getDriver(driver.id)).toEqual(driver);
  });

  it('takes a route of 255 characters and none longer', async () => {
    const [vehicle, driver] = [await fleet.vehicle(), await fleet.driver()];
    expectFaultsOf(await start(vehicle.id, driver.id, 'é'.repeat(256)), 'route');
    expect((await start(vehicle.id, driver.id, 'é'.repeat(255))).body.route).toBe('é'.repeat(255));
  });

  it.each([
    ['nothing', {}, ['vehicleId', 'driverId', 'route']],
    ['null', { vehicleId: null, driverId: null, route: null }, ['vehicleId', 'driverId', 'route']],
    ['ids that are no UUIDs', { vehicleId: '1', driverId: 2, route: 'Centro' }, ['vehicleId', 'driverId']],
    ['a blank route', { vehicleId: randomUUID(), driverId: randomUUID(), route: ' ' }, ['route']],
    ['a route that is no text', { vehicleId: randomUUID(), driverId: randomUUID(), route: 7 }, ['route']],
    ['a field too many', { vehicleId: randomUUID(), driverId: randomUUID(), route: 'A', distance: 1 }, ['distance']],
  ])('refuses %s', async (_, body, fields) => {
    expectFaultsOf(await api.client.post('/api/trips/start', body), ...fields);
  });
});

describe('GET /api/trips/{id}', () => {
  it('answers with the trip and its version, whatever the case of the id', async () => {
    const trip = await fleet.trip();
    for (const id of [trip.id, trip.id.toUpperCase()]) {
      const { status, body, headers } = await api.client.get(`/api/trips/${id}`);
      expect([status, body, headers.get('etag')]).toEqual([200, trip, '"1"']);
    }
  });

  it('spares a reader who has the version, until the trip ends', async () => {
    const { id } = await fleet.trip();
    const known = await api.client.get(`/api/trips/${id}`, { 'If-None-Match': '"1"' });
    expect([known.status, known.text, known.headers.get('etag')]).toEqual([304, '', '"1"']);
    await end(id);
    const changed = await api.client.get(`/api/trips/${id}`, { 'If-None-Match': '"1"' });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
  });

  it('answers HEAD as it answers GET', async () => {
    const { id } = await fleet.trip();
    const get = await api.client.get(`/api/trips/${id}`);
    const head = await api.client.send('HEAD', `/api/trips/${id}`);
    expect([head.status, head.text]).toEqual([200, '']);
    for (const name of ['etag', 'content-type', 'content-length']) {
      expect(head.headers.get(name)).toBe(get.headers.get(name));
    }
  });

  it('knows no other', async () => {
    expectProblem(await api.client.get(`/api/trips/${randomUUID()}`), 404, 'TRIP_NOT_FOUND');
    expectFaultsOf(await api.client.get('/api/trips/17'), 'id');
  });
});

describe('POST /api/trips/end/{id}', () => {
  it('ends a trip', async () => {
    const trip = await fleet.trip();
    const { status, body, headers } = await end(trip.id.toUpperCase(), 120);
    expect(status).toBe(200);
    expect(body).toEqual({ ...trip, distance: 120, endDate: expect.stringMatching(INSTANT) as string, version: 2 });
    expect((body.endDate as string) >= trip.startDate).toBe(true);
    expect([headers.get('etag'), headers.get('location')]).toEqual(['"2"', null]);
    expect((await api.client.get(`/api/trips/${trip.id}`)).body).toEqual(body);
  });

  it('ends a trip once', async () => {
    const trip = await fleet.endedTrip({ distance: 7 });
    const vehicle = await fleet.getVehicle(trip.vehicleId);
    expectProblem(await end(trip.id, 8), 400, 'TRIP_ALREADY_ENDED');
    expect((await api.client.get(`/api/trips/${trip.id}`)).body).toEqual(trip);
    expect(await fleet.getVehicle(trip.vehicleId)).toEqual(vehicle);
  });

  it.each([0, 100_000])('takes a distance of %d km', async (distance) => {
    const { id } = await fleet.trip();
    expect((await end(id, distance)).body).toMatchObject({ distance, version: 2 });
  });

  it.each([-1, 100_001, 1.5, '5', null])('refuses a distance of %p', async (distance) => {
    const trip = await fleet.trip();
    expectFaultsOf(await end(trip.id, distance), 'distance');
    expect((await api.client.get(`/api/trips/${trip.id}`)).body).toEqual(trip);
    expect((await fleet.getVehicle(trip.vehicleId)).status).toBe('InUse');
  });

  it('refuses a field too many and a field too few', async () => {
    const { id } = await fleet.trip();
    expectFaultsOf(await api.client.post(`/api/trips/end/${id}`, {}), 'distance');
    expectFaultsOf(await api.client.post(`/api/trips/end/${id}`, { distance: 1, endDate: null }), 'endDate');
  });

  it('knows no other', async () => {
    expectProblem(await end(randomUUID()), 404, 'TRIP_NOT_FOUND');
    expectProblem(await end(randomUUID(), 10, { 'If-Match': '"1"' }), 404, 'TRIP_NOT_FOUND');
    expectFaultsOf(await end('17'), 'id');
  });

  it.each(['"2"', 'W/"1"', '"0", "2"'])('refuses If-Match %s', async (tag) => {
    const trip = await fleet.trip();
    expectProblem(await end(trip.id, 10, { 'If-Match': tag }), 412, 'VERSION_MISMATCH');
    expect((await api.client.get(`/api/trips/${trip.id}`)).body).toEqual(trip);
  });

  it.each(['"1"', '"2", "1"', '*'])('lets If-Match %s through', async (tag) => {
    const { id } = await fleet.trip();
    expect((await end(id, 10, { 'If-Match': tag })).status).toBe(200);
  });

  it('asks for a version that can be read', async () => {
    const { id } = await fleet.trip();
    expectFaultsOf(await end(id, 10, { 'If-Match': '1' }), 'If-Match');
  });
});

it.each([
  ['POST', '/api/trips', 'GET, HEAD'],
  ['DELETE', `/api/trips/${randomUUID()}`, 'GET, HEAD'],
  ['PUT', `/api/trips/end/${randomUUID()}`, 'POST'],
])('takes no %s at %s', async (method, path, allowed) => {
  const answer = await api.client.send(method, path, {});
  expectProblem(answer, 405, 'METHOD_NOT_ALLOWED');
  expect(answer.headers.get('allow')).toBe(allowed);
});
