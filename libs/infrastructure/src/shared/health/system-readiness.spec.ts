import { TieredCache } from '@fleet/infrastructure/shared/cache/tiered-cache';
import { DatabaseWatch } from '@fleet/infrastructure/shared/database/database-watch';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { DatabaseFigures } from '@fleet/infrastructure/shared/metrics/database-figures';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { Untraced } from '@fleet/infrastructure/shared/tracing/untraced';
import { SystemReadiness } from './system-readiness';

let time: number;
let query: jest.Mock<Promise<unknown[]>>;
let answers: jest.Mock<Promise<boolean>>;
let watch: DatabaseWatch;
let readiness: SystemReadiness;
beforeEach(() => {
  jest.useFakeTimers();
  time = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => time);
  query = jest.fn(async () => [{ one: 1 }]);
  answers = jest.fn(async () => true);
  watch = new DatabaseWatch(new DatabaseFigures(new Metrics()), new Untraced());
  readiness = new SystemReadiness({ query } as unknown as ReadDatabase, { answers } as unknown as TieredCache, watch);
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const READY = { database: true, cache: true };

it('asks the database and the cache once a second, whoever wants to know', async () => {
  expect(await Promise.all([readiness.check(), readiness.check()])).toEqual([READY, READY]);
  time = 999;
  await readiness.check();
  expect([query, answers].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  time = 1_000;
  await readiness.check();
  expect([query, answers].map(({ mock }) => mock.calls.length)).toEqual([2, 2]);
});

it('says which of them is away', async () => {
  query.mockRejectedValue(new Error('away'));
  expect(await readiness.check()).toEqual({ database: false, cache: true });
  time = 1_000;
  query.mockResolvedValue([]);
  answers.mockResolvedValue(false);
  expect(await readiness.check()).toEqual({ database: true, cache: false });
});

it('waits two seconds for a database, does not ask it again meanwhile, and lets a thousand wait', async () => {
  await readiness.check();
  time = 1_000;
  query.mockReturnValue(new Promise(() => undefined));
  const waiting = Array.from({ length: 1_000 }, () => readiness.check());
  expect(await readiness.check()).toEqual(READY);
  await jest.advanceTimersByTimeAsync(2_000);
  expect((await Promise.all(waiting)).filter(({ database }) => database)).toEqual([]);
  const late = readiness.check();
  await jest.advanceTimersByTimeAsync(2_000);
  expect(await late).toEqual({ database: false, cache: true });
  expect(query).toHaveBeenCalledTimes(2);
});

it.each([
  [2_999, false, true],
  [3_000, false, false],
  [0, true, false],
])('takes a database that answered others %i ms ago (failed: %s) for there: %s', async (ago, failed, isThere) => {
  time = 10_000;
  watch.ran('SELECT 1', time, failed);
  time += ago;
  query.mockRejectedValue(new Error('no connection of the pool is free'));
  expect(await readiness.check()).toEqual({ database: isThere, cache: true });
});
