import { hasRedis, RedisServer } from './support/redis-server';
import { METRICS_TOKEN, scrape } from './support/metrics';
import { ServerProcess, startServerProcess, until } from './support/server-process';
import { TcpProxy } from './support/tcp-proxy';
import { createTestDatabase, TestDatabase } from './support/test-database';

/** Far less than the 15 s of the break: who is back is used at once. */
const SOON_MS = 6_000;
const REQUESTS = 150;

// Without redis-server there is nothing to test with; CI, which sets REQUIRE_SERVICES, fails then.
(hasRedis ? describe : describe.skip)('a way to Redis that', () => {
  let redis: RedisServer;
  let proxy: TcpProxy;
  let database: TestDatabase;
  let server: ServerProcess;
  const seen: Record<string, object> = {};
  beforeAll(async () => {
    redis = await RedisServer.reserve();
    await redis.start();
    const { hostname, port } = new URL(redis.url);
    proxy = new TcpProxy({ host: hostname, port: Number(port) });
    await proxy.open();
    database = createTestDatabase();
    const environment = { DATABASE_URL: database.url, DATABASE_MIGRATE: 'true', METRICS_TOKEN };
    server = await startServerProcess({
      ...environment,
      REDIS_URL: proxy.through(redis.url),
      RATE_LIMIT: '100000/10s',
    });
  });
  beforeEach(() => untilCacheIs(true));
  afterAll(async () => {
    console.log('Redis faults', seen);
    await server?.stop('SIGKILL');
    await proxy?.cut();
    await redis?.kill();
    await database?.drop();
  });

  const untilCacheIs = (there: boolean) =>
    until(
      async () => (await server.client.get<{ checks: { cache: boolean } }>('/ready')).body.checks.cache === there,
      () => `The cache is not ${there ? 'there' : 'away'}.`,
    );

  async function outcomes(): Promise<Record<string, number>> {
    const metrics = await scrape(server.client.baseUrl);
    const names = ['ok', 'failed', 'timeout', 'refused_open'];
    const counts = names.map((outcome) => metrics.sum('outbound_requests_total', { target: 'redis', outcome }));
    return Object.fromEntries(names.map((name, index) => [name, counts[index]!]));
  }

  let limit = 0;
  /** Lists that nobody has in memory, one after the other; each asks Redis for the limit, and twice for the list. */
  async function ask(requests: number): Promise<{ statuses: Record<string, number>; slowest: number }> {
    const statuses: Record<string, number> = {};
    let slowest = 0;
    for (let request = 0; request < requests; request++) {
      const start = performance.now();
      const { status } = await server.client.get(`/api/vehicles/available?limit=${1 + (limit++ % 200)}`);
      slowest = Math.max(slowest, Math.round(performance.now() - start));
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
    return { statuses, slowest };
  }

  async function during(name: string, fault: () => unknown, mend: () => unknown): Promise<void> {
    const before = await outcomes();
    await fault();
    const { statuses, slowest } = await ask(REQUESTS);
    const after = await outcomes();
    const counts = Object.fromEntries(Object.entries(after).map(([key, count]) => [key, count - before[key]!]));
    const state = (await scrape(server.client.baseUrl)).sum('outbound_breaker_state', { target: 'redis' });
    const start = performance.now();
    await mend();
    // What /ready says may be from before the fault.
    await until(
      async () => (await ask(1)) && (await outcomes()).ok! > after.ok!,
      () => 'Redis is not used again.',
    );
    const backMs = Math.round(performance.now() - start);
    seen[name] = { statuses, slowest, ...counts, backMs };
    expect(statuses).toEqual({ 200: REQUESTS });
    expect(state).toBe(2);
    // Some have waited for their time-out; the others were spared that.
    expect(counts.refused_open).toBeGreaterThan(2 * (counts.timeout! + counts.failed!));
    expect(backMs).toBeLessThan(SOON_MS);
  }

  it('is slow costs a few requests their 50 ms, and none its answer', () =>
    during(
      'slow',
      () => proxy.slow(200),
      () => proxy.slow(0),
    ));

  it('lets nothing through costs no more', () =>
    during(
      'stalled',
      () => proxy.stall(),
      () => proxy.resume(),
    ));

  it('is cut is used again as soon as there is a connection', () =>
    during(
      'cut',
      () => proxy.cut(),
      () => proxy.open(),
    ));

  it('is cut in the middle of an answer costs nothing but that answer', async () => {
    proxy.cutNextAnswer();
    const { statuses } = await ask(20);
    expect(statuses).toEqual({ 200: 20 });
    await untilCacheIs(true);
  });

  it('is told of once each time, when it goes and when it is back', () => {
    const lines = server.output().split('\n');
    const told = (text: string) => lines.filter((line) => line.includes(text)).length;
    expect(told('Redis fails or does not answer in time.')).toBe(told('Redis answers again.'));
    expect(told('Redis answers again.')).toBeGreaterThanOrEqual(3);
  });
});
