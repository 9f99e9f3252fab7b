import { Channel } from './channel';
import { watch } from './watch';

const SILENCE_MS = 45_000;
const BETWEEN_MS = SILENCE_MS / 9;

/** A worker that answers each call, or does not. */
class Called {
  heard = 0;
  calls = 0;
  answers = true;

  tell(): void {
    this.calls++;
    if (this.answers) this.heard++;
  }
}

let worker: Called;
let hangs: jest.Mock;
let stop: () => void;
beforeEach(() => {
  jest.useFakeTimers();
  worker = new Called();
  hangs = jest.fn();
  stop = watch(worker as unknown as Channel, SILENCE_MS, hangs);
});
afterEach(() => {
  stop();
  jest.useRealTimers();
});

const after = (milliseconds: number) => {
  jest.advanceTimersByTime(milliseconds);
  return hangs.mock.calls.length;
};

it('leaves a worker alone that answers', () => {
  expect(after(100 * SILENCE_MS)).toBe(0);
  expect(worker.calls).toBeGreaterThan(800);
});

it('finds a worker that owes an answer for as long as it may, and finds it once', () => {
  after(BETWEEN_MS - 1);
  worker.answers = false;
  // The call that it answered last is the one before.
  after(1);
  expect([after(SILENCE_MS - 1), after(1), after(10 * SILENCE_MS)]).toEqual([0, 1, 1]);
});

it('begins anew with whoever is heard again', () => {
  worker.answers = false;
  after(SILENCE_MS - 1);
  worker.heard++;
  expect([after(SILENCE_MS - 1), after(BETWEEN_MS)]).toEqual([0, 1]);
});

it('holds a worker that was silent from the start to the same', () => {
  stop();
  worker.answers = false;
  stop = watch(worker as unknown as Channel, SILENCE_MS, hangs);
  expect([after(SILENCE_MS - 1), after(1)]).toEqual([0, 1]);
});

it('counts no time in which nobody could look', () => {
  worker.answers = false;
  // The process, and with it its timer, is frozen for an hour; the first look comes before what has arrived is read.
  jest.setSystemTime(Date.now() + 3_600_000);
  after(BETWEEN_MS);
  worker.answers = true;
  expect(after(SILENCE_MS)).toBe(0);
});

it('ends', () => {
  worker.answers = false;
  stop();
  expect([after(10 * SILENCE_MS), jest.getTimerCount()]).toEqual([0, 0]);
});
