import { createServer } from 'node:net';
import { once } from 'node:events';
import { AddressInfo } from 'node:net';
import { Fleet } from './support/fleet';
import { PinnedClient } from './support/pinned-client';
import { spawnProgram, until } from './support/server-process';
import { LoadRequest, SteadyLoad } from './support/steady-load';
import { createTestDatabase } from './support/test-database';
import { WorkerGroup } from './support/worker-group';

const WORKERS = 2;
const PER_SECOND = 500;
const SOON_MS = 10_000;
const MILEAGE = 1_000_000;
/** Said at start where a server's login may not set its new database up, whatever becomes of the process later. */
const NOT_PREPARED = 'Could not prepare the database';

let group: WorkerGroup;
let ids: string[];
beforeEach(async () => {
  group = await WorkerGroup.start(WORKERS);
  const fleet = new Fleet(group.client);
  ids = [];
  while (ids.length < 20) ids.push((await fleet.vehicle()).id);
}, 120_000);
afterEach(() => group?.stop());

/** Seven reads of one, two of what is available, one change; a mileage that others overtake would be refused. */
function mixture(turn: number): LoadRequest {
  const path = `/api/vehicles/${ids[turn % ids.length]!}`;
  if (turn % 10 < 7) return { method: 'GET', path };
  if (turn % 10 < 9) return { method: 'GET', path: '/api/vehicles/available' };
  return { method: 'PUT', path, body: { model: 'Fiat Uno', year: 2000 + (turn % 20), mileage: MILEAGE } };
}

it(`are replaced under ${PER_SECOND} requests a second, and none is dropped`, async () => {
  const before = group.pids();
  const idle = new PinnedClient(group.client);
  const first = await group.workerOf(idle);
  const load = new SteadyLoad(group.client, PER_SECOND, mixture);
  group.server.process.kill('SIGHUP');
  await group.untilStarted(2 * WORKERS);
  await until(
    async () => group.lines().some(({ msg }) => msg === 'All workers are new.'),
    () => 'The workers are not replaced.',
    60_000,
  );
  const answers = await load.stop();
  expect(Object.keys(answers)).toEqual(['200']);
  expect(answers['200']).toBeGreaterThan(PER_SECOND);
  // The connection went with its worker; its client comes back to another one.
  expect(before).toContain(first);
  expect(before).not.toContain(await group.workerOf(idle));
  idle.close();
}, 180_000);

it('cost the requests in flight when one is killed, and it comes back', async () => {
  const [victim] = group.pids();
  const load = new SteadyLoad(group.client, PER_SECOND, mixture);
  await until(
    async () => group.lines().filter(({ pid }) => pid === victim).length > 500,
    () => 'There is no load.',
  );
  process.kill(victim!, 'SIGKILL');
  await group.untilStarted(WORKERS + 1);
  const { 200: answered, ...lost } = await load.stop();
  expect(answered).toBeGreaterThan(PER_SECOND);
  // No more than its connections, each of which has one request.
  expect(Object.values(lost).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(40);
  expect(Object.keys(lost).filter((outcome) => !outcome.startsWith('error'))).toEqual([]);
  expect(Object.keys(lost)).not.toContain('error no answer');
  expect(group.lines().map(({ msg }) => msg)).toContain(`Worker ${victim} ended with SIGKILL. Another one is started.`);
}, 180_000);

it.each(['SIGTERM', 'SIGINT'] as const)(
  'end in order on %s, sent to one or to all of them',
  async (signal) => {
    const connections = await group.connections();
    // As a terminal and an init system do, which reach the workers too, before or after they are told.
    for (const pid of group.pids()) process.kill(pid, signal);
    const start = performance.now();
    expect(await group.server.stop(signal)).toBe(0);
    expect(performance.now() - start).toBeLessThan(SOON_MS);
    expect(group.pids()).toHaveLength(WORKERS);
    expect(group.lines().filter(({ level, msg }) => level > 30 && !msg?.startsWith(NOT_PREPARED))).toEqual([]);
    for (const connection of connections) connection.close();
  },
  120_000,
);

it('go when the process that started them is killed', async () => {
  await group.server.stop('SIGKILL');
  const isThere = (pid: number) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  await until(
    async () => !group.pids().some(isThere),
    () => 'A worker is still there.',
  );
});

it('say why they cannot start', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const database = createTestDatabase();
  const environment = { DATABASE_URL: database.url, DATABASE_MIGRATE: 'true', WORKERS: '2', PORT: String(port) };
  const run = spawnProgram('apps/api/src/main.js', environment);
  expect(await run.exited).toBe(1);
  expect(run.output()).toContain(`Port ${port} is in use by another program`);
  other.close();
  await database.drop();
}, 120_000);
