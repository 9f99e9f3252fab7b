import { randomUUID } from 'node:crypto';
import { MaintenanceRecordView } from '@fleet/application/maintenance/maintenance-record.view';
import { actorOf } from './support/callers';
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

const DAY = 24 * 60 * 60 * 1000;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LONG_AGO = '2020-01-31T12:00:00.000Z';

const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString();
const daysAfter = (instant: string, days: number) => new Date(Date.parse(instant) + days * DAY).toISOString();
const record = (vehicleId: string, fields: object = {}) =>
  api.client.post<MaintenanceRecordView>('/api/maintenance', {
    vehicleId,
    date: LONG_AGO,
    description: 'Troca de óleo',
    cost: 350.9,
    ...fields,
  });

describe('POST /api/maintenance', () => {
  it('records what was done', async () => {
    const { id: vehicleId } = await fleet.vehicle();
    const { status, body, headers } = await record(vehicleId.toUpperCase(), { description: ' Troca de óleo\n ' });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(UUID) as string,
      vehicleId,
      date: LONG_AGO,
      description: 'Troca de óleo',
      cost: 350.9,
      createdAt: expect.stringMatching(INSTANT) as string,
    });
    expect(headers.get('location')).toBe(`/api/maintenance/${body.id}`);
    expect(headers.get('etag')).toBeNull();
    expect((await api.client.get(headers.get('location')!)).body).toEqual(body);
  });

  it('completes the stay in the workshop and moves the dates forward', async () => {
    const vehicle = await fleet.vehicle({ lastMaintenanceDate: daysAgo(200) });
    await api.client.post('/api/maintenance/start', { vehicleId: vehicle.id });
    const date = daysAgo(1);
    expect((await record(vehicle.id, { date })).status).toBe(201);
    expect(await fleet.getVehicle(vehicle.id)).toEqual({
      ...vehicle,
      status: 'Available',
      lastMaintenanceDate: date,
      nextMaintenanceDate: daysAfter(date, 90),
      version: 3,
      updatedAt: expect.stringMatching(INSTANT) as string,
    });
  });

  it('completes the stay in the workshop with an older record too, and moves no date back', async () => {
    const vehicle = await fleet.vehicle();
    await api.client.post('/api/maintenance/start', { vehicleId: vehicle.id });
    await record(vehicle.id);
    const { lastMaintenanceDate, nextMaintenanceDate } = vehicle;
    expect(await fleet.getVehicle(vehicle.id)).toMatchObject({
      status: 'Available',
      lastMaintenanceDate,
      nextMaintenanceDate,
      version: 3,
    });
  });

  it('leaves a vehicle as it is where the record is older than the last maintenance', async () => {
    const vehicle = await fleet.vehicle();
    expect((await record(vehicle.id)).status).toBe(201);
    expect(await fleet.getVehicle(vehicle.id)).toEqual(vehicle);
  });

  it('is taken for a vehicle on a trip, which stays on it', async () => {
    const { id } = await fleet.vehicle({ lastMaintenanceDate: daysAgo(200) });
    await fleet.trip({ vehicleId: id });
    const date = daysAgo(1);
    expect((await record(id, { date })).status).toBe(201);
    expect(await fleet.getVehicle(id)).toMatchObject({ status: 'InUse', lastMaintenanceDate: date, version: 3 });
  });

  it('writes down what has happened, under the id of the request', async () => {
    const { id: vehicleId } = await fleet.vehicle({ lastMaintenanceDate: daysAgo(200) });
    const date = daysAgo(1);
    const { body, headers } = await record(vehicleId, { date, cost: 7 });
    const correlationId = headers.get('x-request-id')!;
    const common = { actor: await actorOf(api.client), correlationId, occurredAt: body.createdAt };
    expect(await eventsOf(api, body.id)).toEqual([
      {
        ...common,
        stream: 'MaintenanceRecord',
        version: 1,
        type: 'MaintenanceRecorded',
        payload: { vehicleId, date, description: 'Troca de óleo', cost: '7.00' },
      },
    ]);
    expect((await eventsOf(api, vehicleId)).slice(1)).toEqual([
      {
        ...common,
        stream: 'Vehicle',
        version: 2,
        type: 'VehicleMaintained',
        payload: {
          status: 'Available',
          lastMaintenanceDate: date,
          nextMaintenanceDate: daysAfter(date, 90),
        },
      },
    ]);
  });

  it("plans the next maintenance by the operator's interval", async () => {
    const other = await startTestApi({ MAINTENANCE_INTERVAL_DAYS: '10' });
    try {
      const { id } = await new Fleet(other.client).vehicle({ lastMaintenanceDate: daysAgo(200) });
      const date = daysAgo(1);
      await other.client.post('/api/maintenance', { vehicleId: id, date, description: 'Freios', cost: 0 });
      const { body } = await other.client.get(`/api/vehicles/${id}`);
      expect(body.nextMaintenanceDate).toBe(daysAfter(date, 10));
    } finally {
      await other.stop();
    }
  });

  it('knows no other vehicle', async () => {
    expectProblem(await record(randomUUID()), 404, 'VEHICLE_NOT_FOUND');
  });

  it('takes simultaneous records of one vehicle, and the newest date wins', async () => {
    const { id } = await fleet.vehicle({ lastMaintenanceDate: daysAgo(200) });
    const dates = [5, 3, 1, 4, 2].map(daysAgo);
    const answers = await Promise.all(dates.map((date) => record(id, { date })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    const { lastMaintenanceDate, nextMaintenanceDate, version } = await fleet.getVehicle(id);
    expect([lastMaintenanceDate, nextMaintenanceDate]).toEqual([dates[2], daysAfter(dates[2]!, 90)]);
    expect(await eventsOf(api, id)).toHaveLength(version);
  });

  it('leaves no record of a vehicle that is deleted at the same moment', async () => {
    const vehicles = await Promise.all(Array.from({ length: 10 }, () => fleet.vehicle()));
    for (const { id } of vehicles) {
      const [recorded, deleted] = await Promise.all([record(id), api.client.delete(`/api/vehicles/${id}`)]);
      expect([deleted.status, [201, 404]]).toEqual([204, expect.arrayContaining([recorded.status])]);
      if (recorded.status === 201) {
        const gone = await api.client.get(`/api/maintenance/${recorded.body.id}`);
        expectProblem(gone, 404, 'MAINTENANCE_RECORD_NOT_FOUND');
      }
    }
  });
});

describe('GET /api/maintenance/{id}', () => {
  it('answers whatever the case of the id, and HEAD as GET', async () => {
    const { body } = await record((await fleet.vehicle()).id);
    const upper = await api.client.get(`/api/maintenance/${body.id.toUpperCase()}`);
    expect([upper.status, upper.body]).toEqual([200, body]);
    const head = await api.client.send('HEAD', `/api/maintenance/${body.id}`);
    expect([head.status, head.text]).toEqual([200, '']);
  });

  it('knows no other', async () => {
    expectProblem(await api.client.get(`/api/maintenance/${randomUUID()}`), 404, 'MAINTENANCE_RECORD_NOT_FOUND');
    expectFaultsOf(await api.client.get('/api/maintenance/17'), 'id');
  });

  it('is gone when its vehicle is', async () => {
    const { id } = await fleet.vehicle();
    const { body } = await record(id);
    expect((await api.client.delete(`/api/vehicles/${id}`)).status).toBe(204);
    expectProblem(await api.client.get(`/api/maintenance/${body.id}`), 404, 'MAINTENANCE_RECORD_NOT_FOUND');
  });

  it('says which methods an address takes', async () => {
    const { body } = await record((await fleet.vehicle()).id);
    const answer = await api.client.delete(`/api/maintenance/${body.id}`);
    expectProblem(answer, 405, 'METHOD_NOT_ALLOWED');
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
  });
});
