import { randomUUID } from 'node:crypto';
import { eventsOf } from './support/event-log';
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

const start = (vehicleId: unknown, headers: Record<string, string> = {}) =>
  api.client.post('/api/maintenance/start', { vehicleId }, headers);

describe('POST /api/maintenance/start', () => {
  it('sends an available vehicle to the workshop', async () => {
    const vehicle = await fleet.vehicle();
    const { status, body, headers } = await start(vehicle.id.toUpperCase());
    expect([status, headers.get('etag'), headers.get('location')]).toEqual([200, '"2"', null]);
    expect(body).toEqual({ ...vehicle, status: 'InMaintenance', version: 2, updatedAt: body.updatedAt });
    expect(await fleet.getVehicle(vehicle.id)).toEqual(body);
    expect((await eventsOf(api, vehicle.id))[1]).toMatchObject({
      type: 'VehicleSentToMaintenance',
      version: 2,
      payload: { status: 'InMaintenance' },
      correlationId: headers.get('x-request-id'),
    });
  });

  it('takes it out of the available vehicles at once', async () => {
    const { id } = await fleet.vehicle();
    const available = async () => (await api.client.get('/api/vehicles/available?limit=200')).text;
    expect(await available()).toContain(id);
    await start(id);
    expect(await available()).not.toContain(id);
  });

  it('refuses a vehicle that is there already, or on a trip', async () => {
    const { id } = await fleet.vehicle();
    await start(id);
    expectProblem(await start(id), 400, 'VEHICLE_NOT_AVAILABLE');
    const { vehicleId } = await fleet.trip();
    expectProblem(await start(vehicleId), 400, 'VEHICLE_NOT_AVAILABLE');
  });

  it('keeps the vehicle from trips', async () => {
    const { id } = await fleet.vehicle();
    await start(id);
    const driver = await fleet.driver();
    const trip = { vehicleId: id, driverId: driver.id, route: 'Centro' };
    expectProblem(await api.client.post('/api/trips/start', trip), 400, 'VEHICLE_NOT_AVAILABLE');
  });

  it('lets one of many simultaneous requests win', async () => {
    const { id } = await fleet.vehicle();
    const answers = await Promise.all(Array.from({ length: 50 }, () => start(id)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      expectProblem(answer, 400, 'VEHICLE_NOT_AVAILABLE');
    }
    expect((await fleet.getVehicle(id)).version).toBe(2);
  });

  it.each([undefined, null, 17, '17', '', {}])('refuses %j for an id', async (vehicleId) => {
    expectFaultsOf(await start(vehicleId), 'vehicleId');
  });

  it('refuses other fields and knows no other vehicle', async () => {
    const { id } = await fleet.vehicle();
    expectFaultsOf(await api.client.post('/api/maintenance/start', { vehicleId: id, status: 'InUse' }), 'status');
    expectFaultsOf(await api.client.post('/api/maintenance/start'), '');
    expectProblem(await start(randomUUID()), 404, 'VEHICLE_NOT_FOUND');
  });
});

describe('If-Match on POST /api/maintenance/start', () => {
  it.each(['"1"', '*', '"7", "1"'])('goes on with %s', async (tag) => {
    const { id } = await fleet.vehicle();
    expect((await start(id, { 'If-Match': tag })).status).toBe(200);
  });

  it.each(['"2"', 'W/"1"', '"x"'])('refuses the version %s', async (tag) => {
    const vehicle = await fleet.vehicle();
    expectProblem(await start(vehicle.id, { 'If-Match': tag }), 412, 'VERSION_MISMATCH');
    expect(await fleet.getVehicle(vehicle.id)).toEqual(vehicle);
  });

  it('asks for a version that can be read, then for a vehicle, then for the version, then for its state', async () => {
    expectFaultsOf(await start(randomUUID(), { 'If-Match': '1' }), 'If-Match');
    expectProblem(await start(randomUUID(), { 'If-Match': '"1"' }), 404, 'VEHICLE_NOT_FOUND');
    const { vehicleId } = await fleet.trip();
    expectProblem(await start(vehicleId, { 'If-Match': '"1"' }), 412, 'VERSION_MISMATCH');
    expectProblem(await start(vehicleId, { 'If-Match': '"2"' }), 400, 'VEHICLE_NOT_AVAILABLE');
  });
});
