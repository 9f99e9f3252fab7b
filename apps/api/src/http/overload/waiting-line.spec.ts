import { setImmediate as endOfTurn } from 'node:timers/promises';
import { WaitingLine } from './waiting-line';

/** Keeps the event loop for so long, as answering a request does. */
function work(milliseconds: number): void {
  for (const until = performance.now() + milliseconds; performance.now() < until;);
}

let line: WaitingLine;
let order: number[];
beforeEach(() => {
  line = new WaitingLine();
  order = [];
});
afterEach(() => jest.restoreAllMocks());

/** So many requests that are read in one turn; each takes its time once it is let in, in the promises that it goes through. */
function enter(count: number, milliseconds: number): void {
  for (let index = 0; index < count; index++) {
    line.enter(() => void Promise.resolve().then(() => (work(milliseconds), order.push(index))));
    work(0.1);
  }
}

/** The most that were let in between two turns of the event loop, until all were. */
async function mostInATurn(count: number): Promise<number> {
  let most = 0;
  for (let before = order.length; order.length < count; before = order.length) {
    await endOfTurn();
    most = Math.max(most, order.length - before);
  }
  return most;
}

it('lets in at once whoever comes alone', () => {
  let isIn = false;
  line.enter(() => (isIn = true));
  expect([isIn, line.longestMs]).toEqual([true, 0]);
});

it('lets a crowd in one after the other, some in each turn of the event loop', async () => {
  enter(300, 1);
  expect(line.longestMs).toBeGreaterThan(10);
  const most = await mostInATurn(300);
  // Those of the first ten milliseconds went in as they came, and what they set going was done at the turn's end.
  expect(most).toBeLessThan(150);
  expect(order).toEqual(Array.from({ length: 300 }, (_, index) => index));
  expect(line.longestMs).toBe(0);
});

it('lets nobody pass those who wait', async () => {
  enter(200, 0.1);
  await endOfTurn();
  line.enter(() => order.push(200));
  await mostInATurn(201);
  expect(order.at(-1)).toBe(200);
});

it('lets connections come first for a while, and not for ever', async () => {
  // A machine that stops for a moment would let the second one in at once.
  let now = 1_000;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  line.enter(() => order.push(0));
  line.connected();
  line.enter(() => order.push(1));
  expect(order).toEqual([0]);
  while (order.length < 2) {
    now += 7;
    await endOfTurn();
    line.connected();
  }
  expect(now).toBe(1_056);
});

it('lets in at once again when no connection comes', async () => {
  line.connected();
  line.enter(() => order.push(0));
  line.enter(() => order.push(1));
  await mostInATurn(2);
  await endOfTurn();
  line.enter(() => order.push(2));
  expect(order).toEqual([0, 1, 2]);
});
