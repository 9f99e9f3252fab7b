import { once } from 'node:events';
import { createServer, IncomingHttpHeaders, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { anOutbound } from '@fleet/tests/builders/outbound.builder';
import { SeqDestination } from './seq-destination';

interface Delivery {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly messages: string[];
}

let server: Server;
let deliveries: Delivery[];
/** What it answers with, one after the other, and then 201. */
let answers: number[];
let metrics: Metrics;
let seq: SeqDestination;
beforeEach(async () => {
  Logger.overrideLogger(false);
  deliveries = [];
  answers = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const lines = Buffer.concat(chunks).toString().split('\n');
      const messages = lines.map((line) => (JSON.parse(line) as { '@mt': string })['@mt']);
      deliveries.push({ path: request.url!, headers: request.headers, messages });
      server.emit('delivered');
      response.writeHead(answers.shift() ?? 201).end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  metrics = new Metrics();
  const policy = anOutbound({ OUTBOUND_TIMEOUT_MS: '2000' }, metrics).policy('seq');
  seq = new SeqDestination(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, 'key', policy);
});
afterEach(() => server.close());

const write = (message: string) => seq.write(`${JSON.stringify({ level: 30, time: Date.now(), msg: message })}\n`);
const flush = () => new Promise<void>((resolve) => seq.flush(resolve));
async function valueOf(name: string): Promise<number> {
  const { values } = await metrics.registry.getSingleMetric(name)!.get();
  return values.reduce((sum, { value }) => sum + value, 0);
}

it('delivers what was written, in its order, with the key', async () => {
  for (const message of ['one', 'two', 'three']) write(message);
  await flush();
  expect(deliveries).toHaveLength(1);
  const [{ path, headers, messages }] = deliveries as [Delivery];
  expect([path, messages]).toEqual(['/api/events/raw?clef', ['one', 'two', 'three']]);
  expect(headers).toMatchObject({ 'x-seq-apikey': 'key', 'content-type': 'application/vnd.serilog.clef' });
});

it('delivers by itself, a second later', async () => {
  write('one');
  await once(server, 'delivered');
  expect(deliveries[0]!.messages).toEqual(['one']);
});

it('delivers thousands in batches', async () => {
  for (let line = 0; line < 1_200; line++) write(`${line}`);
  await flush();
  expect(deliveries.map(({ messages }) => messages.length)).toEqual([500, 500, 200]);
  expect(deliveries.flatMap(({ messages }) => messages)).toEqual(Array.from({ length: 1_200 }, (_, line) => `${line}`));
});

it('delivers again what a Seq that is ill has not taken', async () => {
  answers = [503, 429];
  write('one');
  await flush();
  expect(deliveries.map(({ messages }) => messages)).toEqual([['one'], ['one'], ['one']]);
  expect(await valueOf('outbound_retries_total')).toBe(2);
});

it('keeps what could not be delivered for the next time', async () => {
  answers = [500, 500, 500, 500];
  write('one');
  await flush();
  write('two');
  await flush();
  expect(deliveries.at(-1)!.messages).toEqual(['one', 'two']);
  expect(await valueOf('outbound_dropped_total')).toBe(0);
});

it('gives up what Seq does not want, and says how much', async () => {
  answers = [401];
  write('one');
  write('two');
  await flush();
  write('three');
  await flush();
  expect(deliveries.map(({ messages }) => messages)).toEqual([['one', 'two'], ['three']]);
  expect(await valueOf('outbound_dropped_total')).toBe(2);
});

it('keeps eight million characters while Seq is away, and counts the lines beyond that', async () => {
  const long = 'x'.repeat(99_900);
  const before = process.memoryUsage().heapUsed;
  for (let line = 0; line < 1_000; line++) write(`${line}${long}`);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(50_000_000);
  const dropped = await valueOf('outbound_dropped_total');
  expect([dropped > 915, dropped < 925]).toEqual([true, true]);
  // The first of them tell how it began.
  await flush();
  const messages = deliveries.flatMap((delivery) => delivery.messages);
  expect(messages.map((message) => parseInt(message, 10))).toEqual(
    Array.from({ length: 1_000 - dropped }, (_, i) => i),
  );
  write('later');
  await flush();
  expect(deliveries.at(-1)!.messages).toEqual(['later']);
});
