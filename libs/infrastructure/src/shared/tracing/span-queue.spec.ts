import { ExportResultCode } from '@opentelemetry/core';
import { BasicTracerProvider, SpanExporter } from '@opentelemetry/sdk-trace-node';
import { SpanQueue } from './span-queue';

const MOST_WAITING = 2_048;
const BATCH = 512;

const TAKEN = { code: ExportResultCode.SUCCESS };

type Done = Parameters<SpanExporter['export']>[1];

let taken: number;
let dones: Done[];
let isSlow: boolean;
let dropped: number;
let queue: SpanQueue;
beforeEach(() => {
  [taken, dones, dropped, isSlow] = [0, [], 0, true];
  const slow: SpanExporter = {
    export: (spans, done) => {
      taken += spans.length;
      if (isSlow) dones.push(done);
      else done(TAKEN);
    },
    shutdown: () => Promise.resolve(),
  };
  queue = new SpanQueue(slow, () => (dropped += 1));
});
afterEach(async () => {
  isSlow = false;
  for (const done of dones) done(TAKEN);
  await queue.shutdown();
});

function end(count: number): void {
  const tracer = new BasicTracerProvider({ spanProcessors: [queue] }).getTracer('test');
  for (let span = 0; span < count; span++) tracer.startSpan('span').end();
}

it('keeps what waits for a slow collector up to a bound, and tells of each span beyond it', () => {
  end(BATCH);
  expect(taken).toBe(BATCH);
  end(MOST_WAITING);
  expect(dropped).toBe(0);
  end(3);
  expect(dropped).toBe(3);
});

it('has room again once a batch was taken', async () => {
  end(BATCH + MOST_WAITING + 1);
  expect(dropped).toBe(1);
  dones[0]!(TAKEN);
  // The next batch leaves at a later turn of the event loop.
  while (taken === BATCH) await new Promise(setImmediate);
  expect(taken).toBe(2 * BATCH);
  end(BATCH);
  expect(dropped).toBe(1);
  end(1);
  expect(dropped).toBe(2);
});
