import { MaintenanceCheckView } from '@fleet/application/maintenance/run-maintenance-check';
import { Fleet } from './support/fleet';
import { startTestApi, TestApi } from './support/test-api';

const DAY = 24 * 60 * 60 * 1000;
const INTERVAL_DAYS = 90;
const INFO = 30;

const maintainedFor = (dueAt: Date) => new Date(dueAt.getTime() - INTERVAL_DAYS * DAY).toISOString();
/** A vehicle that is due in so many days. */
const dueIn = (days: number) => ({ lastMaintenanceDate: maintainedFor(new Date(Date.now() + days * DAY)) });
/** A vehicle that was due at an instant. */
const dueAt = (instant: string) => ({ lastMaintenanceDate: maintainedFor(new Date(instant)) });

/** Runs a check and gives its answer and the lines that it has written to the log, apart from the request's own. */
async function check({ client, logs }: TestApi) {
  const { status, body, headers } = await client.post<MaintenanceCheckView>('/api/maintenance/check');
  const requestId = headers.get('x-request-id');
  const lines = logs.filter((line) => line.requestId === requestId && line.msg !== 'request');
  return { status, body, lines, messages: lines.map(({ msg }) => msg) };
}

describe('POST /api/maintenance/check', () => {
  let api: TestApi;
  let fleet: Fleet;
  beforeAll(async () => {
    api = await startTestApi({ TIME_ZONE: 'America/Sao_Paulo' });
    fleet = new Fleet(api.client);
  });
  afterAll(() => api.stop());

  it('finds nothing in an empty fleet', async () => {
    const before = new Date().toISOString();
    const { status, body, messages } = await check(api);
    expect(status).toBe(200);
    expect(body).toEqual({ checkedAt: body.checkedAt, daysThreshold: 3, count: 0 });
    expect(body.checkedAt >= before && body.checkedAt <= new Date().toISOString()).toBe(true);
    expect(messages).toEqual(['MaintenanceCheckJob executado. 0 veículos com manutenção próxima.']);
  });

  it("alerts for every vehicle that is due, soonest first, on the days of the operator's zone", async () => {
    // Midnight in São Paulo is 03:00 in UTC.
    const first = await fleet.vehicle({ plate: 'spo-1', ...dueAt('2025-03-31T02:59:59.999Z') });
    const second = await fleet.vehicle({ plate: 'SPO-2', ...dueAt('2025-03-31T03:00:00.000Z') });
    expect(await check(api)).toMatchObject({
      status: 200,
      body: { count: 2 },
      lines: [
        {
          level: INFO,
          msg: '[ALERTA] Veículo SPO-1 com manutenção próxima (30/03/2025)',
          plate: 'SPO-1',
          date: '2025-03-31T02:59:59.999Z',
          vehicleId: first.id,
        },
        {
          level: INFO,
          msg: '[ALERTA] Veículo SPO-2 com manutenção próxima (31/03/2025)',
          plate: 'SPO-2',
          date: '2025-03-31T03:00:00.000Z',
          vehicleId: second.id,
        },
        { level: INFO, msg: 'MaintenanceCheckJob executado. 2 veículos com manutenção próxima.', count: 2 },
      ],
    });
  });

  it('counts a vehicle whatever its status, within the threshold and not beyond', async () => {
    const inUse = await fleet.vehicle({ plate: 'USE-1', ...dueIn(-1) });
    const inShop = await fleet.vehicle({ plate: 'SHOP-1', ...dueIn(2.9) });
    await fleet.vehicle({ plate: 'LATER-1', ...dueIn(3.1) });
    await fleet.trip({ vehicleId: inUse.id });
    await api.client.post('/api/maintenance/start', { vehicleId: inShop.id });
    const { body, lines } = await check(api);
    expect(lines.map(({ plate }) => plate)).toEqual(['SPO-1', 'SPO-2', 'USE-1', 'SHOP-1', undefined]);
    expect(body.count).toBe(4);
  });

  it('runs whenever it is asked to, as often as it is asked to, and changes nothing', async () => {
    const before = (await api.client.get('/api/vehicles')).text;
    const checks = await Promise.all(Array.from({ length: 5 }, () => check(api)));
    expect(checks.map(({ body, lines }) => [body.count, lines.length])).toEqual(Array(5).fill([4, 5]));
    expect((await api.client.get('/api/vehicles')).text).toBe(before);
  });
});

describe('the maintenance check of an operator', () => {
  it('looks as far ahead as its threshold says, and writes days of UTC unless told otherwise', async () => {
    const api = await startTestApi({ MAINTENANCE_DAYS_THRESHOLD: '0' });
    try {
      const fleet = new Fleet(api.client);
      await fleet.vehicle({ plate: 'UTC-1', ...dueAt('2025-03-31T02:59:59.999Z') });
      await fleet.vehicle(dueIn(0.1));
      const { body, messages } = await check(api);
      expect(body).toMatchObject({ daysThreshold: 0, count: 1 });
      expect(messages).toEqual([
        '[ALERTA] Veículo UTC-1 com manutenção próxima (31/03/2025)',
        'MaintenanceCheckJob executado. 1 veículos com manutenção próxima.',
      ]);
    } finally {
      await api.stop();
    }
  });
});
