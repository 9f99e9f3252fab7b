import { DataSource } from 'typeorm';
import { parseDatabaseUrl } from '@fleet/infrastructure/shared/config/database-url';
import { connect } from '@fleet/infrastructure/shared/database/connect';
import { LeaseRecord, LeaseSchema } from '@fleet/infrastructure/shared/leases/lease.record';
import { insertDueVehicles } from './support/due-vehicles';
import { startServerProcess, until } from './support/server-process';
import { createTestDatabase, TestDatabase } from './support/test-database';
import { startWorker, withLog, WorkerProcess } from './support/worker-process';

const EVERY_SECOND = { MAINTENANCE_CHECK_CRON: '* * * * * *' };
const EVERY_OTHER_SECOND = { MAINTENANCE_CHECK_CRON: '*/2 * * * * *' };
const LEASE_MS = 10_000;
const SUMMARY = /^MaintenanceCheckJob executado\. (\d+) veículos com manutenção próxima\.$/;

let database: TestDatabase;
let connection: DataSource;
let running: { stop(signal?: NodeJS.Signals): Promise<number | null> }[];
beforeEach(async () => {
  database = createTestDatabase();
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((program) => program.stop('SIGKILL')));
  await connection.destroy();
  await database.drop();
});

/** The schema, with so many vehicles that are due. */
async function prepare(vehicles: number): Promise<void> {
  await insertDueVehicles(database.url, vehicles);
  connection = await connect(parseDatabaseUrl(database.url)!, 2);
}

async function worker(environment: Record<string, string>): Promise<WorkerProcess> {
  const started = await startWorker(database.url, environment);
  running.push(started);
  return started;
}

const lease = (): Promise<LeaseRecord | null> =>
  connection.manager.findOneBy(LeaseSchema, { name: 'maintenance-check' });
const isHeld = async () => ((await lease())?.expiresAt.getTime() ?? 0) > Date.now();
const summaries = ({ lines }: WorkerProcess) => lines().filter(({ msg }) => SUMMARY.test(String(msg)));
const inOrder = (ticks: string[]) => [...ticks].sort();
const seconds = (tick: string) => Date.parse(tick) / 1000;

/** Ticks that follow each other without a gap, each one once. */
function expectEveryTickOnce(ticks: string[], apart: number): void {
  const gaps = ticks.slice(1).map((tick, index) => seconds(tick) - seconds(ticks[index]!));
  expect(gaps).toEqual(gaps.map(() => apart));
}

it('runs once at each tick, in one of the workers', async () => {
  await prepare(3);
  const workers = await Promise.all([worker(EVERY_OTHER_SECOND), worker(EVERY_OTHER_SECOND)]);
  const ticks = () => inOrder(workers.flatMap(({ ticksDone }) => ticksDone()));
  await until(
    async () => ticks().length >= 5,
    () => workers.map(({ output }) => output()).join('\n'),
    40_000,
  );
  expect(await Promise.all(workers.map(({ stop }) => stop()))).toEqual([0, 0]);
  expectEveryTickOnce(ticks(), 2);
  const done = workers.flatMap(summaries);
  expect(done.map(({ count }) => count)).toEqual(ticks().map(() => 3));
  // Every run has an id of its own, which all of its lines carry.
  expect(new Set(done.map(({ requestId }) => requestId)).size).toBe(ticks().length);
  for (const { requestId } of done) {
    const lines = workers.flatMap(({ lines }) => lines()).filter((line) => line.requestId === requestId);
    expect(lines.map(({ plate }) => plate)).toEqual(['D-0', 'D-1', 'D-2', undefined, undefined]);
  }
  expect(await isHeld()).toBe(false);
});

it('goes on in another worker when the one that runs is dead, once its lease has expired', async () => {
  await prepare(5_000);
  const first = await worker(EVERY_SECOND);
  // Nobody takes its lines: it waits for that in the middle of its run, and holds the lease meanwhile.
  first.process.stdout!.pause();
  await until(isHeld, () => 'The first worker did not take the lease.');
  const taken = (await lease())!;
  const second = await worker(EVERY_SECOND);
  await until(
    async () => (await lease())!.expiresAt > taken.expiresAt,
    () => 'The first worker did not renew its lease.',
  );
  expect((await lease())!.epoch).toEqual(taken.epoch);
  expect(second.ticksDone()).toEqual([]);

  await first.stop('SIGKILL');
  const { expiresAt } = (await lease())!;
  await until(
    async () => second.ticksDone().length >= 3,
    () => second.output(),
    LEASE_MS + 20_000,
  );
  const ticks = second.ticksDone();
  expect(first.ticksDone()).toEqual([]);
  expect(summaries(second)[0]!.time).toBeGreaterThanOrEqual(expiresAt.getTime());
  expect(new Set(ticks).size).toBe(ticks.length);
  expect(summaries(second)[0]).toMatchObject({ count: 5_000 });
});

it('finishes a run before it stops, and gives its lease up', async () => {
  await prepare(5_000);
  const only = await worker(EVERY_SECOND);
  await until(
    async () => only.output().includes('[ALERTA]'),
    () => only.output(),
  );
  expect(await only.stop()).toBe(0);
  const runs = summaries(only);
  expect(runs.length).toBeGreaterThanOrEqual(1);
  expect(only.lines().filter(({ plate }) => plate !== undefined)).toHaveLength(5_000 * runs.length);
  expect(await isHeld()).toBe(false);
});

it('survives a run that fails, and tries again at the next tick', async () => {
  await prepare(1);
  const [leases, away] = ['Leases', 'LeasesThatAreAway'];
  const rename = (from: string, to: string) =>
    connection.query(
      connection.options.type === 'mssql'
        ? `EXEC sp_rename '${from}', '${to}', 'OBJECT'`
        : `ALTER TABLE ${from} RENAME TO ${to}`,
    );
  await rename(leases, away);
  const only = await worker(EVERY_SECOND);
  const failures = () =>
    only
      .lines()
      .filter(({ msg, job }) => job === 'maintenance-check' && msg === 'Job failed; the next tick tries again');
  await until(
    async () => failures().length >= 2,
    () => only.output(),
  );
  await rename(away, leases);
  await until(
    async () => only.ticksDone().length >= 1,
    () => only.output(),
  );
  expect(failures()[0]).toMatchObject({
    level: 50,
    job: 'maintenance-check',
    err: { message: expect.any(String) as string },
  });
  expect(await only.stop()).toBe(0);
});

describe('the API', () => {
  it('runs the check itself unless a worker does', async () => {
    await prepare(2);
    const start = async (WORKER: string) => {
      const api = await startServerProcess({ DATABASE_URL: database.url, LOG_LEVEL: 'debug', WORKER, ...EVERY_SECOND });
      running.push(api);
      return withLog(api);
    };
    const external = await start('external');
    const inline = await start('inline');
    await until(
      async () => inline.ticksDone().length >= 3,
      () => inline.output(),
    );
    expect(await inline.stop()).toBe(0);
    expect(inline.ticksDone().length).toBeGreaterThanOrEqual(3);
    expect(summaries(external)).toEqual([]);
    expect(await external.stop()).toBe(0);
    expect(await isHeld()).toBe(false);
  });
});
