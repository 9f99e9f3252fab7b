import { randomUUID } from 'node:crypto';
import { CachedServers } from './support/cached-servers';
import { hasRedis } from './support/redis-server';
import { until } from './support/server-process';

/** A process keeps a list in memory for at least this long when nobody tells it of a change. */
const SHORTEST_IN_MEMORY_MS = 4_000;

// Without redis-server there is nothing to test with; CI, which sets REQUIRE_SERVICES, fails then.
(hasRedis ? describe : describe.skip)('two processes with one Redis', () => {
  let servers: CachedServers;
  beforeAll(async () => {
    servers = await CachedServers.start({
      REDIS_URL: process.env.TEST_REDIS_URL!,
      REDIS_KEY_PREFIX: `test-${randomUUID()}:`,
    });
    await servers.untilCacheIs(true);
  });
  afterAll(() => servers?.stop());

  it('see each other’s changes long before their memory would forget', async () => {
    const { one, other } = servers;
    for (let count = 0; count < 10; count++) {
      const [writer, reader] = count % 2 ? [one, other] : [other, one];
      const before = await servers.listed(reader);
      const mileage = await servers.change(writer);
      expect(before).not.toBe(mileage);
      const start = performance.now();
      await until(
        async () => (await servers.listed(reader)) === mileage,
        () => 'The other process did not see the change.',
      );
      expect(performance.now() - start).toBeLessThan(SHORTEST_IN_MEMORY_MS / 2);
    }
  });

  it('see their own changes at once, always, while others read', async () => {
    const { one, other } = servers;
    let done = false;
    const readers = [one, other].map(async (server) => {
      while (!done) await servers.listed(server);
    });
    const stale: string[] = [];
    for (let count = 0; count < 200; count++) {
      const server = count % 2 ? one : other;
      const mileage = await servers.change(server);
      const seen = await servers.listed(server);
      if (seen !== mileage) stale.push(`${seen} instead of ${mileage}`);
    }
    done = true;
    await Promise.all(readers);
    expect(stale).toEqual([]);
    expect(servers.failures).toEqual([]);
  });

  it('share what one of them has loaded, and not what is outdated', async () => {
    const { one, other } = servers;
    const mileage = await servers.change(one);
    for (const server of [one, other]) expect(await servers.listed(server, 17)).toBe(mileage);
    const next = await servers.change(one);
    expect(await servers.listed(one, 17)).toBe(next);
    await until(
      async () => (await servers.listed(other, 17)) === next,
      () => 'The other process did not see the change.',
    );
  });
});
