import { randomUUID } from 'node:crypto';
import { MaintenanceRecordView } from '@fleet/application/maintenance/maintenance-record.view';
import { Fleet } from './support/fleet';
import { expectFaultsOf } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let fleet: Fleet;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
});
afterAll(() => api.stop());

const DAY = 24 * 60 * 60 * 1000;
const LONG_AGO = '2020-01-31T12:00:00.000Z';

const record = (vehicleId: string, fields: object = {}) =>
  api.client.post<MaintenanceRecordView>('/api/maintenance', {
    vehicleId,
    date: LONG_AGO,
    description: 'Troca de óleo',
    cost: 350.9,
    ...fields,
  });

describe('POST /api/maintenance', () => {
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
});
