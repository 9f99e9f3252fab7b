import { METRICS_TOKEN, Scrape } from './support/metrics';
import { PinnedClient } from './support/pinned-client';
import { until } from './support/server-process';
import { WorkerGroup } from './support/worker-group';

const WORKERS = 2;
const HUNG_AFTER_MS = 15_000;
const PROGRAM = '../tests/e2e/support/impatient-workers.program.js';

let group: WorkerGroup;
beforeAll(async () => {
  const environment = { METRICS_TOKEN, HUNG_AFTER_MS: String(HUNG_AFTER_MS) };
  group = await WorkerGroup.start(WORKERS, environment, PROGRAM);
}, 120_000);
afterAll(() => group?.stop());

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const said = (line: string) => group.lines().filter(({ msg }) => msg === line).length;

/** What the page says: how many run, how many answer, and how many were started in place of one that ended. */
async function shown(connection: PinnedClient): Promise<number[]> {
  const seen = new Scrape((await connection.get('/metrics', { Authorization: `Bearer ${METRICS_TOKEN}` })).text);
  return [seen.sum('workers'), seen.sum('workers_answering'), seen.sum('worker_starts_total', { reason: 'ended' })];
}

async function shows(connection: PinnedClient, expected: number[]): Promise<void> {
  let latest: number[] = [];
  await until(
    async () => (latest = await shown(connection)).join() === expected.join(),
    () => `The page shows ${latest.join()}.`,
  );
}

it('are seen not to answer when they hang, and are ended when that lasts, and another one answers', async () => {
  const [well, other] = (await group.connections()) as [PinnedClient, PinnedClient];
  const [unhurt, victim] = [await group.workerOf(well), await group.workerOf(other)];
  await shows(well, [WORKERS, WORKERS, 0]);

  process.kill(victim, 'SIGSTOP');
  const aThird = pause(HUNG_AFTER_MS / 3);
  await shows(well, [WORKERS, WORKERS - 1, 0]);
  await aThird;
  process.kill(victim, 'SIGCONT');
  await shows(well, [WORKERS, WORKERS, 0]);
  // As long as it takes to end one, which was not for good.
  await pause(HUNG_AFTER_MS);
  expect(group.lines().filter(({ level }) => level > 30)).toEqual([]);

  process.kill(victim, 'SIGSTOP');
  const visitors = Array.from({ length: 2 * WORKERS }, () => new PinnedClient(group.client));
  const visits = visitors.map((visitor) => visitor.get('/health'));
  await group.untilStarted(WORKERS + 1);
  expect(said(`Worker ${victim} has not answered for ${HUNG_AFTER_MS / 1_000} s: it hangs, and is ended.`)).toBe(1);
  expect(said(`Worker ${victim} ended with SIGKILL. Another one is started.`)).toBe(1);
  // Some of them were given to the one that hung.
  expect((await Promise.all(visits)).map(({ status }) => status)).toEqual(visits.map(() => 200));
  await shows(well, [WORKERS, WORKERS, 1]);
  expect(await group.workerOf(well)).toBe(unhurt);
  for (const connection of [well, other, ...visitors]) connection.close();
}, 180_000);
