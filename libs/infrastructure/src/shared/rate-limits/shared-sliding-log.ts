import { Logger } from '@nestjs/common';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { Quota, RateLimiter } from '@fleet/application/shared/rate-limiter';
import { RateLimit } from '@fleet/infrastructure/shared/config/rate-limit';
import { RedisLink } from '@fleet/infrastructure/shared/redis/redis-link';
import { quotaOf } from './quota-of';
import { SlidingLog } from './sliding-log';
import { SLIDING_LOG } from './sliding-log.lua';

interface Script {
  readonly keys: string[];
  readonly arguments: string[];
}

/** Limits that all processes share through Redis; while it is away or slow, each process limits by itself. */
export class SharedSlidingLog extends RateLimiter {
  private readonly logger = new Logger('RateLimits');
  private readonly shared: RateLimiterRedis;
  /** It knows what this process has let pass, so that a Redis that goes away gives nobody a second share of it. */
  private readonly own: SlidingLog;

  constructor(
    link: RedisLink,
    prefix: string,
    private readonly limit: RateLimit,
  ) {
    super();
    this.own = new SlidingLog(limit);
    this.shared = new RateLimiterRedis({
      storeClient: { eval: (lua: string, script: Script) => link.run((client) => client.eval(lua, script)) },
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
      this.own.note(key);
      return this.quotaOf(true, passed);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return this.quotaOf(false, refusal);
      this.logger.debug(`Counted by this process alone: ${(refusal as Error).message}`);
      return this.own.consume(key);
    }
  }

  private quotaOf(allowed: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Quota {
    return quotaOf(this.limit, allowed, this.limit.requests - remainingPoints, msBeforeNext);
  }
}
