import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fleet } from './support/fleet';
import { askedFor, METRICS_TOKEN, Scrape, scrape } from './support/metrics';
import { PinnedClient } from './support/pinned-client';
import { freePort, until } from './support/server-process';
import { WorkerGroup } from './support/worker-group';

const WORKERS = 2;
const TIMES = 25;
const ALERTS = readFileSync(join(__dirname, '../../deploy/prometheus/alerts.yml'), 'utf8');
/** They have no sample before a job has run, or a call has gone out. */
const SELDOM = ['job_last_success_timestamp_seconds', 'job_runs_total', 'outbound_breaker_state'];
const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
const COUNTED = { method: 'GET', route: '/api/vehicles/:id', status: '200' };

let group: WorkerGroup;
let port: number;
let id: string;
beforeAll(async () => {
  port = await freePort();
  group = await WorkerGroup.start(WORKERS, { METRICS_PORT: String(port), METRICS_TOKEN, WORKER: 'inline' });
  ({ id } = await new Fleet(group.client).vehicle());
}, 120_000);
afterAll(() => group?.stop());

/** How many answers a door says that all workers have given. */
const counted = async (at = group.client.baseUrl) => (await scrape(at)).sum('requests_total', COUNTED);

/** What a door shows when all have answered within a second, which a machine that has other things to do may not let them. */
async function whole(at: string): Promise<Scrape> {
  let latest = await scrape(at);
  await until(
    async () => (latest = await scrape(at)).sum('workers_answering') === WORKERS,
    () => 'They never answer all together.',
  );
  return latest;
}

/** So often on a connection to each of the workers. */
async function ask(connections: PinnedClient[]): Promise<void> {
  for (const connection of connections) {
    for (let count = 0; count < TIMES; count++) await connection.get(`/api/vehicles/${id}`);
    connection.close();
  }
}

it('have each metric that the alerts ask for', async () => {
  await group.client.get('/api/vehicles/available');
  const seen = await whole(group.client.baseUrl);
  const asked = askedFor(ALERTS);
  expect(asked.length).toBeGreaterThan(12);
  expect(asked.filter((name) => !seen.names().has(name))).toEqual([]);
  expect(asked.filter((name) => seen.of(name).length === 0 && !SELDOM.includes(name))).toEqual([]);
});

// Where promtool is not installed there is nobody to ask; CI, which sets REQUIRE_SERVICES, fails then.
(hasPromtool || process.env.REQUIRE_SERVICES === 'true' ? it : it.skip)(
  'are nothing that promtool complains of',
  async () => {
    const { text } = await scrape(group.client.baseUrl);
    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], { input: text, encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  },
);

it('are summed up over all workers, at both doors, and stay so when workers end', async () => {
  await ask(await group.connections());
  expect(await counted()).toBe(WORKERS * TIMES);
  const door = `http://127.0.0.1:${port}`;
  expect(await counted(door)).toBe(WORKERS * TIMES);
  // Of each process its own, not of one of them.
  expect((await whole(door)).sum('process_resident_memory_bytes')).toBeGreaterThan(WORKERS * 60 * 2 ** 20);

  process.kill(group.pids()[0]!, 'SIGKILL');
  await group.untilStarted(WORKERS + 1);
  expect(await counted()).toBe(WORKERS * TIMES);

  // What was counted since the last look is told at the end.
  await ask(await group.connections());
  group.server.process.kill('SIGHUP');
  await until(
    async () => group.lines().some(({ msg }) => msg === 'All workers are new.'),
    () => 'The workers are not replaced.',
    90_000,
  );
  expect(await counted()).toBe(2 * WORKERS * TIMES);
  const seen = await whole(door);
  const starts = seen.of('worker_starts_total').map(({ labels, value }) => [labels.reason, value]);
  expect(starts).toEqual([['start', WORKERS], ['replacement', WORKERS], ['ended', 1]]); // prettier-ignore
  expect(seen.sum('workers')).toBe(WORKERS);
}, 240_000);
