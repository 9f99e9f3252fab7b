import { LatestReading } from './latest-reading';

let time: number;
let readings: number;
let read: () => Promise<number>;
let latest: LatestReading<number>;
beforeEach(() => {
  jest.useFakeTimers();
  time = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => time);
  readings = 0;
  read = async () => ++readings;
  latest = new LatestReading(() => read(), 15_000, 2_000);
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

it('is shared by all who ask at once, and for a while', async () => {
  expect(await Promise.all([latest.get(), latest.get()])).toEqual([1, 1]);
  time = 14_999;
  expect(await latest.get()).toBe(1);
  time = 15_000;
  expect(await Promise.all([latest.get(), latest.get()])).toEqual([2, 2]);
});

it('is null when it cannot be had, for as long as it would have been good', async () => {
  const working = read;
  read = () => Promise.reject(new Error('away'));
  expect(await latest.get()).toBeNull();
  read = working;
  time = 14_999;
  expect(await latest.get()).toBeNull();
  time = 15_000;
  expect(await latest.get()).toBe(1);
});

it('is not waited for long, nor begun a second time meanwhile', async () => {
  let answer: (value: number) => void = () => undefined;
  read = () => {
    readings++;
    return new Promise((resolve) => (answer = resolve));
  };
  const asked = latest.get();
  await jest.advanceTimersByTimeAsync(1_999);
  const again = latest.get();
  await jest.advanceTimersByTimeAsync(1);
  expect(await asked).toBeNull();
  time = 60_000;
  await jest.advanceTimersByTimeAsync(2_000);
  expect(await again).toBeNull();
  answer(7);
  expect(await latest.get()).toBe(7);
  expect(readings).toBe(1);
  expect(jest.getTimerCount()).toBe(0);
});
