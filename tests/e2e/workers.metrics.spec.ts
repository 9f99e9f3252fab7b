import { Fleet } from './support/fleet';
import { METRICS_TOKEN, scrape } from './support/metrics';
import { PinnedClient } from './support/pinned-client';
import { freePort, until } from './support/server-process';
import { WorkerGroup } from './support/worker-group';

const WORKERS = 2;
const TIMES = 25;
const COUNTED = { method: 'GET', route: '/api/vehicles/:id', status: '200' };

let group: WorkerGroup;
let port: number;
let id: string;
beforeAll(async () => {
  port = await freePort();
  group = await WorkerGroup.start(WORKERS, { METRICS_PORT: String(port), METRICS_TOKEN });
  ({ id } = await new Fleet(group.client).vehicle());
}, 120_000);
afterAll(() => group?.stop());

/** How many answers a door says that all workers have given. */
const counted = async (at = group.client.baseUrl) => (await scrape(at)).sum('requests_total', COUNTED);

/** So often on a connection to each of the workers. */
async function ask(connections: PinnedClient[]): Promise<void> {
  for (const connection of connections) {
    for (let count = 0; count < TIMES; count++) await connection.get(`/api/vehicles/${id}`);
    connection.close();
  }
}

it('are summed up over all workers, at both doors, and stay so when workers end', async () => {
  await ask(await group.connections());
  expect(await counted()).toBe(WORKERS * TIMES);
  const door = `http://127.0.0.1:${port}`;
  expect(await counted(door)).toBe(WORKERS * TIMES);
  // Of each process its own, not of one of them.
  expect((await scrape(door)).sum('process_resident_memory_bytes')).toBeGreaterThan(WORKERS * 60 * 2 ** 20);

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
}, 240_000);
