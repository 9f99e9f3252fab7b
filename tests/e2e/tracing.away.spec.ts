import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { METRICS_TOKEN, scrape } from './support/metrics';
import { freePort, startServerProcess, until } from './support/server-process';
import { createTestDatabase } from './support/test-database';

/** Far longer than a request takes, far shorter than the collector would be waited for. */
const LONGEST_ANSWER_MS = 1_000;

/** Takes connections and says nothing. */
async function silentServer(): Promise<{ port: number; stop(): void }> {
  const server = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, stop: () => server.close() };
}

it.each(['away', 'silent'])('a collector that is %s costs no answer, and the stop little', async (state) => {
  const silent = await silentServer();
  const database = createTestDatabase();
  const server = await startServerProcess({
    DATABASE_URL: database.url,
    DATABASE_MIGRATE: 'true',
    METRICS_TOKEN,
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${state === 'away' ? await freePort() : silent.port}`,
    OTEL_BSP_SCHEDULE_DELAY: '100',
    OUTBOUND_TIMEOUT_MS: '500',
    OUTBOUND_RETRIES: '0',
  });
  const { client } = server;
  let longest = 0;
  for (let count = 0; count < 50; count++) {
    const start = performance.now();
    const { status } = await client.post('/api/vehicles', { plate: `AWAY-${count}`, model: 'Fiat Uno', year: 2020 });
    longest = Math.max(longest, performance.now() - start);
    expect(status).toBe(201);
  }
  expect(longest).toBeLessThan(LONGEST_ANSWER_MS);
  // It was tried, in vain, and what was not taken is counted.
  await until(
    async () => (await scrape(client.baseUrl)).sum('outbound_dropped_total', { target: 'traces' }) > 0,
    () => 'Nothing was dropped.',
  );
  const stopping = performance.now();
  expect(await server.stop()).toBe(0);
  expect(performance.now() - stopping).toBeLessThan(10_000);
  silent.stop();
  await database.drop();
});

it('without an endpoint nothing of it is loaded', () => {
  const dist = join(__dirname, '../../dist');
  const programs = ['apps/api/src/create-api.js', 'apps/worker/src/worker.module.js'];
  const script = `for (const program of ${JSON.stringify(programs)}) require('${dist}/' + program);
    const loaded = Object.keys(require.cache);
    console.log(loaded.some((file) => file.includes('prom-client')), loaded.some((file) => /@opentelemetry.(?!api.)/.test(file)))`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: 'true false\n', stderr: '' });
});

it('without an endpoint no answer and no line of the log tells of a trace', async () => {
  const database = createTestDatabase();
  const server = await startServerProcess({ DATABASE_URL: database.url, DATABASE_MIGRATE: 'true' });
  const given = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
  const { headers, body } = await server.client.get('/api/vehicles/no-id', { traceparent: given });
  expect([headers.has('traceparent'), body.traceId]).toEqual([false, undefined]);
  await server.stop();
  expect(server.output()).not.toContain('traceId');
  await database.drop();
});
