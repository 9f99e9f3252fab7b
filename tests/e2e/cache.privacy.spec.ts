import { randomUUID } from 'node:crypto';
import { createClient } from 'redis';
import { DriverView } from '@fleet/application/drivers/driver.view';
import { Page } from '@fleet/application/shared/page';
import { Fleet } from './support/fleet';
import { hasRedis } from './support/redis-server';
import { until } from './support/server-process';
import { startTestApi, TestApi } from './support/test-api';

const PREFIX = `test-${randomUUID()}:`;

// Without redis-server there is nothing to test with; CI, which sets REQUIRE_SERVICES, fails then.
(hasRedis ? describe : describe.skip)('a list of drivers in Redis', () => {
  let api: TestApi;
  let redis: ReturnType<typeof createClient>;
  beforeAll(async () => {
    api = await startTestApi({ REDIS_URL: process.env.TEST_REDIS_URL!, REDIS_KEY_PREFIX: PREFIX });
    redis = createClient({ url: process.env.TEST_REDIS_URL! });
    await redis.connect();
    await until(
      async () => (await api.client.get<{ checks: { cache: boolean } }>('/ready')).body.checks.cache,
      () => 'The cache is away.',
    );
    await new Fleet(api.client).driver({ name: 'Xyzzyva Souza', licenseNumber: 'Xyzzyva-1' });
  });
  afterAll(async () => {
    redis?.destroy();
    await api?.stop();
  });

  const names = async (limit: number) =>
    (await api.client.get<Page<DriverView>>(`/api/drivers/available?limit=${limit}`)).body.items.map(
      ({ name }) => name,
    );

  async function keptFor(limit: number): Promise<string> {
    let found: string | undefined;
    await until(
      async () => (found = (await redis.keys(`${PREFIX}*drivers/available/${limit}`))[0]) !== undefined,
      () => 'Redis has no such list.',
    );
    return found!;
  }

  it('shows nobody who looks there whom it names', async () => {
    expect(await names(7)).toEqual(['Xyzzyva Souza']);
    const kept = (await redis.get(await keptFor(7)))!;
    expect(kept).toMatch(/^"?v1:/);
    expect(kept).not.toContain('Xyzzyva');
  });

  it('is loaded again when somebody has put another one in its place', async () => {
    expect(await names(8)).toEqual(['Xyzzyva Souza']);
    const [seven, eight] = [await keptFor(7), await keptFor(8)];
    const other = await startTestApi({ REDIS_URL: process.env.TEST_REDIS_URL!, REDIS_KEY_PREFIX: PREFIX });
    try {
      // Another installation by mistake: it has other drivers, and keys of its own where they are made for each.
      await redis.set(eight, (await redis.get(seven))!);
      await until(
        async () => (await other.client.get<{ checks: { cache: boolean } }>('/ready')).body.checks.cache,
        () => 'The cache is away.',
      );
      const { status, body } = await other.client.get<Page<DriverView>>('/api/drivers/available?limit=8');
      expect([status, body.items]).toEqual([200, []]);
    } finally {
      await other.stop();
    }
  });
});
