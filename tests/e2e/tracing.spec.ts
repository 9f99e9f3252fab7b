import { randomBytes } from 'node:crypto';
import { Client } from './support/client';
import { CollectedSpan, Collector } from './support/collector';
import { Fleet } from './support/fleet';
import { expectProblem } from './support/problems';
import { hasRedis } from './support/redis-server';
import { ServerProcess, startServerProcess, until } from './support/server-process';
import { createTestDatabase, TestDatabase } from './support/test-database';
import { startWorker, withLog } from './support/worker-process';

const SERVER = 2;
const CLIENT = 3;
const ERROR = 2;
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-01$/;
/** Spans leave soon, so that the tests need not wait. */
const SOON = { OTEL_BSP_SCHEDULE_DELAY: '100' };

let database: TestDatabase;
let collector: Collector;
let server: ServerProcess;
let client: Client;
beforeAll(async () => {
  [database, collector] = [createTestDatabase(), await Collector.start()];
  server = await startServerProcess({
    DATABASE_URL: database.url,
    DATABASE_MIGRATE: 'true',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
    OTEL_SERVICE_NAME: 'fleet north',
    ...SOON,
    ...(hasRedis && {
      REDIS_URL: process.env.TEST_REDIS_URL!,
      REDIS_KEY_PREFIX: `traced-${randomBytes(6).toString('hex')}:`,
    }),
  });
  client = server.client;
});
afterAll(async () => {
  await server.stop('SIGKILL');
  collector.stop();
  await database.drop();
});

/** The spans of the trace that an answer was part of, the request's own among them. */
async function traceOf(headers: Headers): Promise<{ traceId: string; spans: CollectedSpan[]; request: CollectedSpan }> {
  const [, traceId = '', spanId = ''] = TRACEPARENT.exec(headers.get('traceparent') ?? '') ?? [];
  const request = () => collector.spans.find((span) => span.spanId === spanId);
  await until(
    async () => request() !== undefined,
    () => `The collector has no span ${spanId} of the trace ${traceId}.`,
  );
  return { traceId, spans: collector.trace(traceId), request: request()! };
}

/** The names of the spans from the request down to this one. */
function pathTo(span: CollectedSpan, spans: readonly CollectedSpan[]): string[] {
  const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
  return [...(parent ? pathTo(parent, spans) : []), span.name];
}

describe('a request', () => {
  it('is a span, with its use case below it and the statements below that', async () => {
    const { headers } = await client.post('/api/vehicles', { plate: 'TRACED-1', model: 'Fiat Uno', year: 2020 });
    const { spans, request } = await traceOf(headers);
    expect(request).toMatchObject({
      name: 'POST /api/vehicles',
      kind: SERVER,
      service: 'fleet north',
      attributes: {
        'http.request.method': 'POST',
        'http.route': '/api/vehicles',
        'http.response.status_code': 201,
      },
    });
    expect(request.parentSpanId ?? '').toBe('');
    const insert = spans.find(({ name }) => name === 'insert Vehicles')!;
    expect(pathTo(insert, spans)).toEqual(['POST /api/vehicles', 'RegisterVehicle', 'insert Vehicles']);
    expect(insert.kind).toBe(CLIENT);
    expect(insert.attributes['db.query.text']).toMatch(/^INSERT INTO .*Vehicles.* VALUES/);
    for (const { startTimeUnixNano, endTimeUnixNano } of spans) {
      expect(BigInt(startTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(request.startTimeUnixNano) - 2_000_000n);
      expect(BigInt(endTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(startTimeUnixNano));
    }
  });

  it('that reads has its query below it', async () => {
    const { id } = await new Fleet(client).vehicle();
    const { headers } = await client.get(`/api/vehicles/${id}`);
    const { spans } = await traceOf(headers);
    const select = spans.find(({ name }) => name === 'select Vehicles')!;
    expect(pathTo(select, spans)).toEqual(['GET /api/vehicles/:id', 'VehicleQueries.find', 'select Vehicles']);
  });

  // Without redis-server there is nothing to test with; CI, which sets REQUIRE_SERVICES, fails then.
  (hasRedis ? it : it.skip)('has what it asks of Redis below it', async () => {
    await until(
      async () => (await client.get<{ checks: { cache: boolean } }>('/ready')).body.checks.cache,
      () => 'Redis is not connected.',
    );
    const { headers } = await client.get('/api/vehicles/available');
    const { spans } = await traceOf(headers);
    const get = spans.find(({ name }) => name === 'redis get')!;
    expect(pathTo(get, spans)).toEqual(['GET /api/vehicles/available', 'ListAvailableVehicles', 'redis get']);
    expect(get.attributes).toEqual({ 'db.system.name': 'redis', 'db.operation.name': 'get' });
  });

  it('is part of what its client says, and of nothing when that is no such thing', async () => {
    const traceId = randomBytes(16).toString('hex');
    const parent = randomBytes(8).toString('hex');
    const { headers } = await client.get('/health', { traceparent: `00-${traceId}-${parent}-01` });
    expect(await traceOf(headers)).toMatchObject({ traceId, request: { parentSpanId: parent, name: 'GET /health' } });
    for (const wrong of [`00-${'0'.repeat(32)}-${parent}-01`, `ff-${traceId}-${parent}-01`, 'x', traceId]) {
      const answer = await client.get('/health', { traceparent: wrong });
      const other = await traceOf(answer.headers);
      expect(other.traceId).not.toBe(traceId);
      expect(other.request.parentSpanId ?? '').toBe('');
    }
    // Whoever is not recorded by its client is not recorded here.
    const unsampled = await client.get('/health', { traceparent: `00-${traceId}-${parent}-00` });
    expect(unsampled.headers.get('traceparent')).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-00$`));
  });

  it('that fails is an error in each span that it passes, without what was wrong with it', async () => {
    const body = { plate: 'TRACED-1', model: 'Fiat Uno', year: 2020 };
    const answer = await client.post('/api/vehicles', body);
    const { spans, request } = await traceOf(answer.headers);
    expect(request.attributes['http.response.status_code']).toBe(409);
    // The client's own fault is none of the server's.
    expect(request.status.code).not.toBe(ERROR);
    expect(spans.find(({ name }) => name === 'RegisterVehicle')!.status).toEqual({ code: ERROR });
    expect(spans.find(({ name }) => name === 'insert Vehicles')!.status).toEqual({ code: ERROR });
  });

  it('can be found by its trace in the problem document and in every line of the log', async () => {
    const problem = await client.get('/api/vehicles/no-id', { 'X-Request-Id': 'traced-problem' });
    expectProblem(problem, 400, 'VALIDATION_FAILED');
    const check = await client.post('/api/maintenance/check', undefined, { 'X-Request-Id': 'traced-check' });
    const traces = {
      'traced-problem': (await traceOf(problem.headers)).traceId,
      'traced-check': (await traceOf(check.headers)).traceId,
    };
    expect(problem.body.traceId).toBe(traces['traced-problem']);
    const { lines } = withLog(server);
    for (const [requestId, traceId] of Object.entries(traces)) {
      const own = () => lines().filter((line) => line.requestId === requestId);
      await until(
        async () => own().some(({ msg }) => msg === 'request'),
        () => 'The request is not in the log.',
      );
      expect(new Set(own().map((line) => line.traceId))).toEqual(new Set([traceId]));
    }
    expect(lines().filter(({ requestId }) => requestId === 'traced-check').length).toBeGreaterThan(1);
  });

  it('leaves nothing in its spans that is somebody’s own', async () => {
    const marked = { name: 'Marked Name', licenseNumber: 'MARKED-77', phone: '+55 11 91234-5678' };
    const { id } = await new Fleet(client).driver(marked);
    await client.get(`/api/drivers?q=Marked&licenseNumber=MARKED-77`);
    await client.post('/api/auth/login', { email: 'marked@fleet.example', password: 'marked password' });
    const { headers } = await client.get(`/api/drivers/${id}?marked=Marked`);
    await traceOf(headers);
    expect(collector.text).toContain('insert Drivers');
    expect(collector.text).not.toMatch(/marked|91234|[?&]q=/i);
    expect(collector.text).not.toContain(id);
    expect(collector.text).not.toContain(client.headers.Authorization!.replace('Bearer ', ''));
  });
});

describe('a job of the worker', () => {
  it('is a trace of its own', async () => {
    const worker = await startWorker(database.url, {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
      MAINTENANCE_CHECK_CRON: '* * * * * *',
      ...SOON,
    });
    const job = () => collector.spans.find(({ name }) => name === 'job maintenance-check');
    await until(
      async () => job() !== undefined,
      () => 'The job is not traced.',
    );
    const spans = collector.trace(job()!.traceId);
    const names = spans.map((span) => pathTo(span, spans).join(' > '));
    expect(names).toContain('job maintenance-check > RunMaintenanceCheck');
    expect(names).toContain('job maintenance-check > update Leases');
    const line = () => worker.lines().find(({ msg }) => msg === 'Job done');
    await until(
      async () => line() !== undefined,
      () => 'The job is not in the log.',
    );
    expect(line()!.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(await worker.stop()).toBe(0);
  });
});

describe('a process that stops', () => {
  it('hands over its last spans first', async () => {
    const last = await startServerProcess({
      DATABASE_URL: database.url,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
    });
    const traceId = randomBytes(16).toString('hex');
    await last.client.get('/health', { traceparent: `00-${traceId}-${'1'.repeat(16)}-01` });
    expect(await last.stop()).toBe(0);
    expect(collector.trace(traceId).map(({ name }) => name)).toEqual(['GET /health']);
  });
});
