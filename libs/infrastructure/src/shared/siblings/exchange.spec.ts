import { Counter } from 'prom-client';
import { Settings } from '@fleet/application/shared/settings';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { registerFleetFigures } from '@fleet/infrastructure/shared/metrics/fleet-figures';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { registerProcessFigures } from '@fleet/infrastructure/shared/metrics/process-figures';
import { WireEnd, wires } from '@fleet/tests/builders/wires';
import { Channel } from './channel';
import { Exchange } from './exchange';
import { PRIMARY_PATIENCE_MS } from './patience';
import { Siblings } from './siblings';

/** The database, which does not answer: what the others do meanwhile is what counts here. */
const STALLED = { dialect: { engine: 'mssql' }, query: () => new Promise(() => undefined) };

let exchange: Exchange;
let metrics: Metrics[];
let counters: Counter[];
let ends: WireEnd[];
beforeEach(async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  exchange = new Exchange();
  [metrics, counters, ends] = [[], [], []];
  for (let count = 0; count < 2; count++) await start();
});
afterEach(() => jest.useRealTimers());

/** As long as messages need that are on their way. */
async function delivered(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** A worker that counts what it was asked, and the fleet. */
async function start(): Promise<void> {
  const [end, ownEnd] = wires().ends;
  exchange.connect(end, 'start');
  const siblings = new Siblings(new Channel(ownEnd, PRIMARY_PATIENCE_MS));
  const own = new Metrics(siblings);
  const clock = { now: () => new Date(0) };
  registerProcessFigures(own);
  registerFleetFigures(own, STALLED as unknown as ReadDatabase, clock, { maintenanceDaysThreshold: 3 } as Settings);
  counters.push(new Counter({ name: 'asked_total', help: 'Asked.', registers: [own.registry] }));
  metrics.push(own);
  ends.push(end);
  siblings.join();
  await delivered();
}

/** What the first of them shows, and after how many milliseconds. */
async function page(): Promise<{ lines: string[]; after: number }> {
  let text: string | undefined;
  let failure: unknown;
  metrics[0]!.page.metrics().then(
    (answer) => (text = answer),
    (error: unknown) => (failure = error),
  );
  for (let after = 0; ; after += 50) {
    await delivered();
    if (failure) throw failure as Error;
    if (text !== undefined) return { lines: text.split('\n').filter((line) => !line.startsWith('#')), after };
    await jest.advanceTimersByTimeAsync(50);
  }
}

it('shows all but the fleet while the fleet cannot be counted, and as of now', async () => {
  await page();
  for (const counter of counters) counter.inc(5);
  const { lines, after } = await page();
  expect(lines).toEqual(expect.arrayContaining(['asked_total 10', 'workers_answering 2']));
  expect(lines.filter((line) => line.startsWith('vehicles'))).toEqual([]);
  expect(after).toBeLessThanOrEqual(500);
});

it('tells how many run and why they were started, those included that do not serve yet', async () => {
  exchange.connect(wires().ends[0], 'ended');
  const { lines } = await page();
  expect(lines).toEqual(
    expect.arrayContaining([
      'workers 3',
      'workers_answering 2',
      'worker_starts_total{reason="start"} 2',
      'worker_starts_total{reason="replacement"} 0',
      'worker_starts_total{reason="ended"} 1',
    ]),
  );
});

it('tells since when the process runs that started them, which no worker that is replaced changes', async () => {
  const since = async () => {
    const { lines } = await page();
    return Number(lines.find((line) => line.startsWith('process_start_time_seconds '))?.split(' ')[1]);
  };
  const first = await since();
  // Of one process, not the sum over several.
  expect(Math.abs(first - Date.now() / 1000)).toBeLessThan(3_600);
  jest.setSystemTime(Date.now() + 60_000);
  await start();
  expect(await since()).toBe(first);
});

it.each([['disconnects'], ['has gone in the middle of a message, and never disconnects']])(
  'strikes a worker off that %s',
  async (how) => {
    counters[1]!.inc(5);
    await page();
    ends[1]!.emit(how === 'disconnects' ? 'disconnect' : 'exit');
    await jest.advanceTimersByTimeAsync(500);
    const { lines, after } = await page();
    expect(lines).toEqual(expect.arrayContaining(['workers 1', 'workers_answering 1', 'asked_total 5']));
    // Nobody is waited for who has gone.
    expect(after).toBeLessThanOrEqual(500);
  },
);
