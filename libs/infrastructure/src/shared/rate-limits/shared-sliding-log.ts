import { Logger } from '@nestjs/common';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { Quota, RateLimiter } from '@fleet/application/shared/rate-limiter';
import { RateLimit } from '@fleet/infrastructure/shared/config/rate-limit';
import { RedisLink } from '@fleet/infrastructure/shared/redis/redis-link';
import { MachineSlidingLog } from './machine-sliding-log';
import { quotaOf } from './quota-of';
import { SlidingLog } from './sliding-log';
import { SLIDING_LOG } from './sliding-log.lua';

interface Script {
  readonly keys: string[];
  readonly arguments: string[];
}

/** Limits that all processes share through Redis; while it is away or slow, each process limits by itself, or those behind one port together. */
export class SharedSlidingLog extends RateLimiter {
  private readonly logger = new Logger('RateLimits');
  private readonly shared: RateLimiterRedis;

  /** @param here knows what was let pass here, so that a Redis that goes away gives nobody a second share of it */
  constructor(
    link: RedisLink,
    prefix: string,
    private readonly limit: RateLimit,
    private readonly here: SlidingLog | MachineSlidingLog = new SlidingLog(limit),
  ) {
    super();
    this.shared = new RateLimiterRedis({
      storeClient: { eval: (lua: string, script: Script) => link.run('eval', (client) => client.eval(lua, script)) },
      useRedisPackage: true,
      keyPrefix: prefix,
      points: limit.requests,
      duration: limit.seconds,
      customIncrTtlLuaScript: SLIDING_LOG,
      // Whoever was refused is refused without asking Redis until there is room again: a flood stays with this process.
      inMemoryBlockOnConsumed: limit.requests + 1,
    });
  }

  async consume(key: string): Promise<Quota> {
    try {
      const passed = await this.shared.consume(key);
      this.here.note(key);
      return this.quotaOf(true, passed);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return this.quotaOf(false, refusal);
      this.logger.debug(`Counted without Redis: ${(refusal as Error).message}`);
      return this.here.consume(key);
    }
  }

  private quotaOf(allowed: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Quota {
    return quotaOf(this.limit, allowed, this.limit.requests - remainingPoints, msBeforeNext);
  }
}
