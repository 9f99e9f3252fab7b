import { Cache } from '@fleet/application/shared/cache';
import { METRICS_TOKEN, scrape } from './support/metrics';
import { hasRedis, RedisServer } from './support/redis-server';
import { until } from './support/server-process';
import { startTestApi, TestApi } from './support/test-api';

const PATH = '/api/vehicles/available';
const RESULTS = ['hit', 'miss', 'error'] as const;

/** What a tier has been asked for, and what has been loaded: `1 hit, 2 miss, 0 error`. */
async function asked(api: TestApi, tier: string): Promise<string> {
  const seen = await scrape(api.client.baseUrl);
  return RESULTS.map((result) => `${seen.sum('cache_requests_total', { tier, result })} ${result}`).join(', ');
}

async function loads(api: TestApi, result: string): Promise<number> {
  return (await scrape(api.client.baseUrl)).sum('cache_loads_total', { result });
}

describe('in memory', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ METRICS_TOKEN });
  });
  afterAll(() => api.stop());

  it('the first reader misses and loads, the next ones hit', async () => {
    expect((await scrape(api.client.baseUrl)).of('cache_hit_ratio')).toEqual([]);
    await api.client.get(PATH);
    expect([await asked(api, 'memory'), await loads(api, 'ok')]).toEqual(['0 hit, 1 miss, 0 error', 1]);
    await api.client.get(PATH);
    await api.client.get(PATH);
    expect([await asked(api, 'memory'), await loads(api, 'ok')]).toEqual(['2 hit, 1 miss, 0 error', 1]);
    expect((await scrape(api.client.baseUrl)).sum('cache_hit_ratio', { tier: 'memory' })).toBeCloseTo(2 / 3);
    expect(await asked(api, 'redis')).toBe('0 hit, 0 miss, 0 error');
  });

  it('a load that fails is counted as one', async () => {
    const failure = new Error('out of paper');
    const cache = api.app.get(Cache, { strict: false });
    await expect(cache.wrap('a/b', 1_000, () => Promise.reject(failure))).rejects.toBe(failure);
    expect([await loads(api, 'ok'), await loads(api, 'error')]).toEqual([1, 1]);
  });
});

// Without redis-server there is nothing to test with; CI, which sets REQUIRE_SERVICES, fails then.
(hasRedis ? describe : describe.skip)('in Redis', () => {
  it('what one process has loaded is a hit for the other, and a Redis that is away is an error', async () => {
    const redis = await RedisServer.reserve();
    await redis.start();
    const environment = { METRICS_TOKEN, REDIS_URL: redis.url, REDIS_KEY_PREFIX: 'metered:' };
    const one = await startTestApi(environment);
    const other = await startTestApi(environment, { url: one.databaseUrl, drop: async () => undefined });
    const cacheIs = (there: boolean) =>
      until(
        async () => {
          const checks = await Promise.all([one, other].map(({ client }) => client.get<Ready>('/ready')));
          return checks.every(({ body }) => body.checks.cache === there);
        },
        () => 'Redis is not as it should be.',
      );
    await cacheIs(true);
    await one.client.get(PATH);
    expect(await asked(one, 'redis')).toBe('0 hit, 1 miss, 0 error');
    await other.client.get(PATH);
    expect(await asked(other, 'redis')).toBe('1 hit, 0 miss, 0 error');
    await redis.kill();
    await cacheIs(false);
    const before = await asked(one, 'redis');
    await one.app.get(Cache, { strict: false }).wrap('a/b', 1_000, async () => 'x');
    expect(before.endsWith('0 error')).toBe(true);
    expect(await asked(one, 'redis')).toBe(before.replace('0 error', '1 error'));
    // A server drops no database that somebody is connected to.
    await other.stop();
    await one.stop();
  });
});

interface Ready {
  readonly checks: { readonly cache: boolean };
}
