import { ConcurrentUpdateError } from '@fleet/application/shared/application-error';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { SqliteDatabase } from '@fleet/infrastructure/shared/database/sqlite-driver';
import { Fleet } from './support/fleet';
import { METRICS_TOKEN, scrape } from './support/metrics';
import { until } from './support/server-process';
import { startTestApi, TestApi } from './support/test-api';
import { onSqlServer } from './support/test-database';

const POOL_SIZE = onSqlServer ? 3 : 1;

let api: TestApi;
let unitOfWork: UnitOfWork;
beforeAll(async () => {
  api = await startTestApi({ METRICS_TOKEN, DATABASE_POOL_SIZE: String(POOL_SIZE) });
  unitOfWork = api.app.get(UnitOfWork, { strict: false });
});
afterAll(() => api.stop());

const now = () => scrape(api.client.baseUrl);

/** By how much each query's count grows while `work` is done; those that stay have no entry. */
async function statementsOf(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const name = 'db_query_duration_seconds_count';
  const before = await now();
  await work();
  const after = await now();
  const grown = after
    .values(name, 'query')
    .map((query) => [query, after.sum(name, { query }) - before.sum(name, { query })] as const);
  return Object.fromEntries(grown.filter(([, count]) => count > 0));
}

it('counts each statement once, by what it does to which table', async () => {
  const { id } = await new Fleet(api.client).vehicle();
  await now(); // The numbers of the fleet are read now, and not again for a while.
  expect(await statementsOf(() => api.client.get(`/api/vehicles/${id}`))).toEqual({ 'select Vehicles': 1 });
  const body = { plate: 'METER-1', model: 'Fiat Uno', year: 2020 };
  const written = await statementsOf(() => api.client.post('/api/vehicles', body));
  expect(written).toMatchObject({ 'insert Vehicles': 1, 'insert EventLog': 1 });
});

it('times statements in seconds, and those that fail as well', async () => {
  const labels = { query: 'insert Vehicles' };
  const before = await now();
  const body = { plate: 'METER-2', model: 'Fiat Uno', year: 2020 };
  const start = performance.now();
  expect((await api.client.post('/api/vehicles', body)).status).toBe(201);
  expect((await api.client.post('/api/vehicles', body)).status).toBe(409);
  const seconds = (performance.now() - start) / 1000;
  const after = await now();
  const growth = (figure: string) =>
    after.sum(`db_query_duration_seconds_${figure}`, labels) -
    before.sum(`db_query_duration_seconds_${figure}`, labels);
  expect(growth('count')).toBe(2);
  expect(growth('sum')).toBeGreaterThan(0);
  expect(growth('sum')).toBeLessThan(seconds);
});

/** As either engine says it. The embedded engine's errors may be of another suite's making, and no `Error` of this one's. */
const WRONG = { message: expect.stringMatching(/column/i) as string };

it('counts reads that fail, once, inside a unit of work and outside of it', async () => {
  const { reader } = api.app.get(Database, { strict: false });
  await now(); // The numbers of the fleet are read now, and not again for a while.
  const read = () => reader.query('SELECT NoSuchColumn FROM Vehicles', []);
  const outside = await statementsOf(() => expect(read()).rejects.toMatchObject(WRONG));
  expect(outside).toEqual({ 'select Vehicles': 1 });
  const inside = await statementsOf(() => expect(unitOfWork.run(read)).rejects.toMatchObject(WRONG));
  expect(inside['select Vehicles']).toBe(1);
});

it('tells how full the pool is, who waits, and for how long', async () => {
  const pool = { pool: 'writer' };
  const before = await now();
  expect(before.sum('db_pool_size', pool)).toBe(POOL_SIZE);
  expect(before.sum('db_pool_in_use', pool)).toBe(0);
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const holders = Array.from({ length: POOL_SIZE + 2 }, () => unitOfWork.run(() => held));
  await until(
    async () => (await now()).sum('db_pool_waiting', pool) === 2,
    () => 'Nobody waits.',
  );
  expect((await now()).sum('db_pool_in_use', pool)).toBe(POOL_SIZE);
  letGo();
  await Promise.all(holders);
  const after = await now();
  expect([after.sum('db_pool_in_use', pool), after.sum('db_pool_waiting', pool)]).toEqual([0, 0]);
  const growth = (figure: string) =>
    after.sum(`db_pool_acquire_seconds_${figure}`, pool) - before.sum(`db_pool_acquire_seconds_${figure}`, pool);
  expect(growth('count')).toBeGreaterThanOrEqual(POOL_SIZE + 2);
  expect(growth('sum')).toBeGreaterThan(0);
});

describe('work that is done again', () => {
  const retries = async (reason: string) => (await now()).sum('unit_of_work_retries_total', { reason });

  it('is counted by why: here, twice for a conflict', async () => {
    const [before, deadlocks] = [await retries('conflict'), await retries('deadlock')];
    let attempts = 0;
    await unitOfWork.run(async () => {
      if (++attempts <= 2) throw new ConcurrentUpdateError();
    });
    expect(await retries('conflict')).toBe(before + 2);
    const deadlock = Object.assign(new Error(), { number: 1205 });
    await unitOfWork.run(async () => {
      if (++attempts === 4) throw deadlock;
    });
    expect(await retries('deadlock')).toBe(deadlocks + 1);
  });

  // On a server nobody waits for a file.
  (onSqlServer ? it.skip : it)('is counted once for each wait for another process', async () => {
    const before = await retries('busy');
    const other = new SqliteDatabase(api.databaseUrl.replace('file:', ''));
    other.exec('BEGIN IMMEDIATE');
    const written = api.client.post('/api/vehicles', { plate: 'METER-3', model: 'Fiat Uno', year: 2020 });
    await until(
      async () => (await retries('busy')) > before,
      () => 'It does not wait.',
    );
    other.exec('ROLLBACK');
    other.close();
    expect((await written).status).toBe(201);
    expect(await retries('busy')).toBe(before + 1);
  });
});
