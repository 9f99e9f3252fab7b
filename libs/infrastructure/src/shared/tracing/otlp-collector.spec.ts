import { once } from 'node:events';
import { createServer, IncomingHttpHeaders, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { Logger } from '@nestjs/common';
import { ExportResultCode } from '@opentelemetry/core';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-node';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { anOutbound } from '@fleet/tests/builders/outbound.builder';
import { OtlpCollector } from './otlp-collector';

let server: Server;
let received: { path: string; headers: IncomingHttpHeaders; spans: string[] }[];
/** What it answers with, one after the other, and then 200. */
let answers: number[];
let answered: string;
let metrics: Metrics;
let collector: OtlpCollector;
beforeEach(async () => {
  Logger.overrideLogger(false);
  received = [];
  answers = [];
  answered = '{}';
  server = createServer((request, response) => {
    void json(request).then((body) => {
      received.push({ path: request.url!, headers: request.headers, spans: namesIn(body as OtlpBody) });
      response.writeHead(answers.shift() ?? 200, { Location: '/other' }).end(answered);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  metrics = new Metrics();
  const policy = anOutbound({ OUTBOUND_TIMEOUT_MS: '5000', OUTBOUND_RETRIES: '3' }, metrics).policy('traces');
  const { port } = server.address() as AddressInfo;
  collector = new OtlpCollector(`http://127.0.0.1:${port}/`, 'authorization=Basic%20a2V5,x-tenant=north', policy);
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

interface OtlpBody {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly { name: string }[] }[];
  }[];
}

const namesIn = ({ resourceSpans }: OtlpBody) =>
  resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans.map(({ name }) => name)));

function spansNamed(...names: string[]): ReadableSpan[] {
  const memory = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(memory)] });
  for (const name of names) provider.getTracer('test').startSpan(name).end();
  return memory.getFinishedSpans();
}

type Result = Parameters<Parameters<SpanExporter['export']>[1]>[0];
const send = (...names: string[]) =>
  new Promise<Result>((resolve) => collector.export(spansNamed(...names), resolve)).then(({ code }) => code);

async function valueOf(name: string, outcome?: string): Promise<number> {
  const { values } = await metrics.registry.getSingleMetric(name)!.get();
  const counted = values.filter(({ labels }) => outcome === undefined || labels.outcome === outcome);
  return counted.reduce((sum, { value }) => sum + value, 0);
}

it('sends spans where OTLP has its place, with the headers', async () => {
  expect(await send('one', 'two')).toBe(ExportResultCode.SUCCESS);
  expect(received).toMatchObject([
    {
      path: '/v1/traces',
      spans: ['one', 'two'],
      headers: { authorization: 'Basic a2V5', 'x-tenant': 'north', 'content-type': 'application/json' },
    },
  ]);
  expect(await valueOf('outbound_dropped_total')).toBe(0);
});

it('asks a collector that is ill as often as the policy says, and not more', async () => {
  answers = [503, 429, 503, 503, 503, 503];
  expect(await send('one', 'two')).toBe(ExportResultCode.FAILED);
  expect(received).toHaveLength(4);
  expect(await valueOf('outbound_requests_total', 'failed')).toBe(4);
  expect(await valueOf('outbound_retries_total')).toBe(3);
  expect(await valueOf('outbound_dropped_total')).toBe(2);
});

it.each([401, 302])('gives up what the collector does not want (%i), at once', async (status) => {
  answers = [status];
  expect(await send('one')).toBe(ExportResultCode.SUCCESS);
  expect(received).toHaveLength(1);
  expect(await valueOf('outbound_dropped_total')).toBe(1);
});

it.each([
  ['{"partialSuccess":{"rejectedSpans":"2","errorMessage":"too old"}}', 2],
  ['{"partialSuccess":{}}', 0],
  ['thank you', 0],
])('counts what a collector that answers %s has not taken', async (text, dropped) => {
  answered = text;
  expect(await send('one', 'two', 'three')).toBe(ExportResultCode.SUCCESS);
  expect(await valueOf('outbound_dropped_total')).toBe(dropped);
});
