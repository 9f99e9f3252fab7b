import { Logger } from '@nestjs/common';
import { createClient } from 'redis';
import { Untraced } from '@fleet/infrastructure/shared/tracing/untraced';
import { RedisLink } from '@fleet/infrastructure/shared/redis/redis-link';
import { SharedSlidingLog } from '@fleet/infrastructure/shared/rate-limits/shared-sliding-log';
import { anOutbound } from '@fleet/tests/builders/outbound.builder';
import { hasRedis, RedisServer } from './support/redis-server';
import { until } from './support/server-process';

const LIMIT = { requests: 3, seconds: 2 };
const PREFIX = 'FleetManager:limits:test';

// Without redis-server there is nothing to test with; CI, which sets REQUIRE_SERVICES, fails then.
(hasRedis ? describe : describe.skip)('a limit that processes share', () => {
  let redis: RedisServer;
  let links: RedisLink[];
  let one: SharedSlidingLog;
  let other: SharedSlidingLog;
  let client: ReturnType<typeof createClient>;
  beforeAll(async () => {
    Logger.overrideLogger(false);
    redis = await RedisServer.reserve();
    await redis.start();
    client = createClient({ url: redis.url });
    client.on('error', () => undefined); // It is killed below.
    await client.connect();
    links = [
      new RedisLink(redis.url, anOutbound().policy('redis'), new Untraced()),
      new RedisLink(redis.url, anOutbound().policy('redis'), new Untraced()),
    ];
    for (const link of links) link.open();
    await connected();
  });
  beforeEach(() => {
    one = new SharedSlidingLog(links[0]!, PREFIX, LIMIT);
    other = new SharedSlidingLog(links[1]!, PREFIX, LIMIT);
  });
  afterAll(async () => {
    for (const link of links) link.close();
    client.destroy();
    await redis.kill();
  });

  const connected = () =>
    until(
      async () => (await Promise.all(links.map((link) => link.answers()))).every(Boolean),
      () => 'There is no connection.',
    );

  let callers = 0;
  let caller: string;
  beforeEach(() => (caller = `caller-${++callers}`));
  const key = () => `${PREFIX}:${caller}`;

  /** Asks so many times, each time another process, and says how many passed. */
  async function passed(times: number): Promise<number> {
    let count = 0;
    for (let request = 0; request < times; request++) {
      if ((await [one, other][request % 2]!.consume(caller)).allowed) count++;
    }
    return count;
  }

  it('is one limit, and says the same in each', async () => {
    expect(await one.consume(caller)).toEqual({ allowed: true, limit: 3, seconds: 2, remaining: 2, resetSeconds: 2 });
    expect(await other.consume(caller)).toMatchObject({ allowed: true, remaining: 1 });
    expect(await one.consume(caller)).toMatchObject({ allowed: true, remaining: 0 });
    for (const limiter of [one, other, one, other]) {
      expect(await limiter.consume(caller)).toMatchObject({ allowed: false, remaining: 0, limit: 3, seconds: 2 });
    }
  });

  it('slides: no stretch has more, wherever it begins', async () => {
    const instants: number[] = [];
    await until(
      async () => {
        // By the clock that counts, and by what it has kept.
        await passed(2);
        const kept = await client.zRangeWithScores(key(), 0, -1);
        for (const { score } of kept) if (!instants.includes(score)) instants.push(score);
        return instants.length >= 10;
      },
      () => 'Nothing passes any more.',
    );
    const stretches = instants.slice(3).map((instant, at) => instant - instants[at]!);
    expect(Math.min(...stretches)).toBeGreaterThanOrEqual(LIMIT.seconds * 1_000_000);
    // And it lets in as soon as it may, however often it has refused.
    expect(Math.max(...stretches)).toBeLessThan((LIMIT.seconds + 1) * 1_000_000);
  });

  it('keeps no more than the limit, for no longer than the stretch, and nothing for ever', async () => {
    expect(await passed(50)).toBe(3);
    expect(await client.zCard(key())).toBe(3);
    const left = await client.pTTL(key());
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(2_000);
  });

  it('lets nobody wait for a clock that was set back', async () => {
    const ahead = (Date.now() + 3_600_000) * 1_000;
    await client.zAdd(
      key(),
      [0, 1, 2].map((at) => ({ score: ahead + at, value: `${at}` })),
    );
    expect(await passed(9)).toBe(3);
  });

  it('is exact among simultaneous requests', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, (_, at) => [one, other][at % 2]!.consume(caller)));
    expect(answers.filter((quota) => quota.allowed)).toHaveLength(3);
  });

  it('is kept by each process when Redis goes away, which gives nobody a second share', async () => {
    expect((await one.consume(caller)).allowed).toBe(true);
    await redis.kill();
    const alone = async (limiter: SharedSlidingLog) => {
      const quotas = [];
      for (let request = 0; request < 9; request++) quotas.push(await limiter.consume(caller));
      return quotas.filter((quota) => quota.allowed).length;
    };
    expect([await alone(one), await alone(other)]).toEqual([2, 3]);
    await redis.start();
    await connected();
    expect(await passed(9)).toBeGreaterThan(0);
  });
});
