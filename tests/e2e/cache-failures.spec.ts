import { CachedServers } from './support/cached-servers';
import { hasRedis, RedisServer } from './support/redis-server';
import { ServerProcess, until } from './support/server-process';

// Without redis-server there is nothing to test with; CI, which sets REQUIRE_SERVICES, fails then.
(hasRedis ? describe : describe.skip)('a Redis that', () => {
  let redis: RedisServer;
  let servers: CachedServers;
  let one: ServerProcess;
  let other: ServerProcess;
  beforeAll(async () => {
    redis = await RedisServer.reserve();
    // It is not there yet: this is how the processes start without it.
    servers = await CachedServers.start({ REDIS_URL: redis.url });
    ({ one, other } = servers);
    expect(await servers.cacheAnswers(one)).toBe(false);
    expect(await servers.listed(other)).toBe(0);
  });
  beforeEach(async () => {
    servers.failures.length = 0;
    await redis.start();
    await servers.untilCacheIs(true);
  });
  afterEach(() => expect(servers.failures).toEqual([]));
  afterAll(async () => {
    await servers?.stop();
    await redis?.kill();
  });

  const untilListed = (server: ServerProcess, mileage: number, limit?: number) =>
    until(
      async () => (await servers.listed(server, limit)) === mileage,
      () => 'A list is outdated.',
      8_000,
    );

  it('was absent at the start is used from when it is there', async () => {
    await servers.listed(other);
    await untilListed(other, await servers.change(one));
  });

  it('is killed and started again under load costs no request and no truth', async () => {
    let whileAway = 0;
    const { stale } = await servers.underLoad(async () => {
      await redis.kill();
      await servers.untilCacheIs(false);
      whileAway = await servers.change(other);
      await redis.start();
      await servers.untilCacheIs(true);
    });
    expect(whileAway).toBeGreaterThan(0);
    expect(stale).toEqual([]);
    const last = await servers.change(other);
    await untilListed(one, last);
    for (let count = 0; count < 20; count++) expect(await servers.listed(one)).toBe(last);
  });

  it('does not answer makes nobody wait, and tells nothing outdated when it answers again', async () => {
    // What one process has put there the other would find, were it not told in the end.
    await servers.change(one);
    await servers.listed(one, 49);
    redis.freeze();
    try {
      const { stale } = await servers.underLoad(() => servers.untilCacheIs(false));
      expect(stale).toEqual([]);
      const start = performance.now();
      for (let count = 0; count < 10; count++) await servers.listed(other, 60 + count);
      // Ten lists that are in nobody's memory: a time-out of 50 ms for the first few, none for the others.
      expect(performance.now() - start).toBeLessThan(3_000);
    } finally {
      redis.thaw();
    }
    await servers.untilCacheIs(true);
    const last = await servers.change(one);
    for (const limit of [49, 50, 61]) await untilListed(other, last, limit);
  });

  it('did not hear of the last change is told of it, though nobody asks for the list', async () => {
    await servers.change(one);
    await servers.listed(one, 48);
    redis.freeze();
    let last = 0;
    try {
      // Enough failures for the breaker: nothing of the change that follows is sent.
      for (let count = 0; count < 8; count++) await servers.cacheAnswers(one);
      last = await servers.change(one);
    } finally {
      redis.thaw();
    }
    await untilListed(other, last, 48);
    for (let count = 0; count < 20; count++) expect(await servers.listed(other, 48)).toBe(last);
  });
});
