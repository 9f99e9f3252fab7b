import { randomUUID } from 'node:crypto';
import { MaintenanceRecordView } from '@fleet/application/maintenance/maintenance-record.view';
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
    const common = { actor: 'system', correlationId, occurredAt: body.createdAt };
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

  it.each([0, 0.01, 0.1, 1, 100, 350.9, 1234.56, 12345678.91, 99999999.98, 99999999.99])(
    'keeps a cost of %d as the number it is',
    async (cost) => {
      const { id } = await fleet.vehicle();
      const { body, text } = await record(id, { cost });
      expect(text).toContain(`"cost":${cost},`);
      expect((await api.client.get(`/api/maintenance/${body.id}`)).text).toBe(text);
    },
  );

  it('reads a cost however JSON writes the number', async () => {
    const { id } = await fleet.vehicle();
    for (const [written, cost] of [
      ['1e2', 100],
      ['10.50', 10.5],
      ['0.0', 0],
      ['99999999.990', 99999999.99],
    ] as const) {
      const body = `{"vehicleId":"${id}","date":"${LONG_AGO}","description":"d","cost":${written}}`;
      const answer = await api.client.post('/api/maintenance', body);
      expect([answer.status, answer.body.cost]).toEqual([201, cost]);
    }
  });

  it.each([
    ['2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['2026-01-31T12:00:00-03:00', '2026-01-31T15:00:00.000Z'],
    ['2026-01-31T12:00:00.1239Z', '2026-01-31T12:00:00.123Z'],
    ['1900-01-01', '1900-01-01T00:00:00.000Z'],
  ])('reads the date %s', async (date, read) => {
    const { id } = await fleet.vehicle();
    const { body } = await record(id, { date });
    expect(body.date).toBe(read);
    expect((await api.client.get(`/api/maintenance/${body.id}`)).body.date).toBe(read);
  });

  it('takes the longest description', async () => {
    const { id } = await fleet.vehicle();
    const description = 'ß'.repeat(500);
    expect((await record(id, { description: ` ${description} ` })).body.description).toBe(description);
  });

  it.each([
    [
      'nothing',
      { vehicleId: null, date: null, description: null, cost: null },
      ['vehicleId', 'date', 'description', 'cost'],
    ],
    ['an id that is no UUID', { vehicleId: '17' }, ['vehicleId']],
    ['a date in the future', { date: new Date(Date.now() + DAY).toISOString() }, ['date']],
    ['a date that does not exist', { date: '2026-02-30' }, ['date']],
    ['an instant without a zone', { date: '2026-01-31T12:00:00' }, ['date']],
    ['a date before the calendar of fleets', { date: '1899-12-31' }, ['date']],
    ['a number for a date', { date: 1769860800000 }, ['date']],
    ['a blank description', { description: ' \t' }, ['description']],
    ['a description that is too long', { description: 'd'.repeat(501) }, ['description']],
    ['a description that no database keeps', { description: 'a\u0000b' }, ['description']],
    ['a negative cost', { cost: -0.01 }, ['cost']],
    ['a cost that is too high', { cost: 100000000 }, ['cost']],
    ['a cost that rounds to what is too high', { cost: 99999999.995 }, ['cost']],
    ['a cost with three decimals', { cost: 0.001 }, ['cost']],
    ['a cost that is no sum of cents', { cost: 0.1 + 0.2 }, ['cost']],
    ['text for a cost', { cost: '350.90' }, ['cost']],
    ['every fault at once', { date: '2999-01-01', description: '', cost: -1 }, ['date', 'description', 'cost']],
    ['a field that only the server sets', { createdAt: LONG_AGO }, ['createdAt']],
    ['an id', { id: randomUUID() }, ['id']],
  ])('refuses %s', async (_, fields, faults) => {
    const { id } = await fleet.vehicle();
    expectFaultsOf(await record(id, fields), ...faults);
    expect((await fleet.getVehicle(id)).version).toBe(1);
  });

  it('refuses a cost without end', async () => {
    const { id } = await fleet.vehicle();
    const body = `{"vehicleId":"${id}","date":"${LONG_AGO}","description":"d","cost":1e999}`;
    expectFaultsOf(await api.client.post('/api/maintenance', body), 'cost');
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
