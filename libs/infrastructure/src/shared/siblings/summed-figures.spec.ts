import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { registerProcessFigures } from '@fleet/infrastructure/shared/metrics/process-figures';
import { Channel } from './channel';
import { Figures, SummedFigures } from './summed-figures';

/** A worker that has counted so far, and uses so much memory. */
function worker(counted: number, memory = 100): Worker {
  return new Worker([metric('asked_total', 'counter', counted), metric('memory_bytes', 'gauge', memory)]);
}

function metric(name: string, type: string, value: number): Figures[number] {
  return { name, help: name, type, aggregator: 'sum', values: [{ value, labels: {} }] };
}

class Worker {
  hangs = false;
  /** What happens while its answer is on the way. */
  meanwhile = (): void => undefined;

  constructor(public figures: Figures) {}

  async ask(): Promise<Figures> {
    this.meanwhile();
    if (this.hangs) throw new Error('It has not answered.');
    return this.figures;
  }

  get channel(): Channel {
    return this as unknown as Channel;
  }
}

let figures: SummedFigures;
beforeEach(() => {
  figures = new SummedFigures();
});

function join(...workers: Worker[]): void {
  for (const { channel } of workers) figures.joined(channel);
}

/** The page's samples, and by how many workers it was answered. */
async function page(): Promise<Record<string, number>> {
  const text = await figures.text((answering) => [metric('answering', 'gauge', answering)]);
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(samples.map((line) => line.split(' ')).map(([name, value]) => [name!, Number(value)]));
}

it('are of all workers together', async () => {
  join(worker(3), worker(4));
  expect(await page()).toEqual({ asked_total: 7, memory_bytes: 200, answering: 2 });
});

it('keep what a worker had counted that ended, whoever looks, how often and how many at once', async () => {
  const workers = [worker(1), worker(4), worker(5)];
  join(...workers);
  await page();
  for (const { channel } of workers.slice(1)) figures.left(channel);
  const [one, other] = await Promise.all([page(), page()]);
  const expected = { asked_total: 10, memory_bytes: 100, answering: 1 };
  expect([one, other, await page()]).toEqual([expected, expected, expected]);
  figures.left(workers[0]!.channel);
  expect([await page(), await page()]).toEqual(new Array(2).fill({ asked_total: 10, answering: 0 }));
});

it('keep what a worker that hangs had counted, and not how well it was', async () => {
  const workers = [worker(3), worker(4)];
  join(...workers);
  await page();
  workers[1]!.hangs = true;
  expect(await page()).toEqual({ asked_total: 7, memory_bytes: 100, answering: 1 });
  workers[1]!.hangs = false;
  expect(await page()).toEqual({ asked_total: 7, memory_bytes: 200, answering: 2 });
});

it('count nothing twice of a worker that ends while its answer is on the way', async () => {
  const leaver = worker(4);
  join(worker(3), leaver);
  await page();
  leaver.meanwhile = () => figures.left(leaver.channel);
  expect((await page()).asked_total).toBe(7);
  figures.note(leaver.channel, leaver.figures);
  expect((await page()).asked_total).toBe(7);
});

it("tell the slowest event loop's lag, not an average in which it is lost", async () => {
  const metrics = new Metrics();
  registerProcessFigures(metrics);
  const own = await metrics.figures();
  const lag = (seconds: number) =>
    new Worker(
      own
        .filter(({ name }) => name.includes('lag_p99'))
        .map((metric) => ({ ...metric, values: [{ value: seconds, labels: {} }] })),
    );
  join(lag(0.9), lag(0.01), lag(0.01), lag(0.01));
  expect((await page()).nodejs_eventloop_lag_p99_seconds).toBe(0.9);
});
