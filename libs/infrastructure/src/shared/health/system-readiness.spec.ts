import { TieredCache } from '@fleet/infrastructure/shared/cache/tiered-cache';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { SystemReadiness } from './system-readiness';

let time: number;
let query: jest.Mock<Promise<unknown[]>>;
let answers: jest.Mock<Promise<boolean>>;
let readiness: SystemReadiness;
beforeEach(() => {
  jest.useFakeTimers();
  time = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => time);
  query = jest.fn(async () => [{ one: 1 }]);
  answers = jest.fn(async () => true);
  readiness = new SystemReadiness({ query } as unknown as ReadDatabase, { answers } as unknown as TieredCache);
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
