import { Injectable } from '@nestjs/common';
import { RateLimiter } from '@fleet/application/shared/rate-limiter';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { RateLimit } from '@fleet/infrastructure/shared/config/rate-limit';
import { SharedRedis } from '@fleet/infrastructure/shared/redis/shared-redis';
import { Siblings } from '@fleet/infrastructure/shared/siblings/siblings';
import { MachineSlidingLog } from './machine-sliding-log';
import { SharedSlidingLog } from './shared-sliding-log';
import { SlidingLog } from './sliding-log';
import { Unlimited } from './unlimited';

/** Makes limiters: over all processes with Redis, over those behind one port without. */
@Injectable()
export class RateLimits {
  constructor(
    private readonly redis: SharedRedis,
    private readonly configuration: Configuration,
    private readonly siblings: Siblings,
  ) {}

  /**
   * @param name whose keys are its own
   * @param limit null when it is off
   */
  limiter(name: string, limit: RateLimit | null): RateLimiter {
    if (!limit) return new Unlimited();
    const { link } = this.redis;
    const prefix = `${this.configuration.environment.REDIS_KEY_PREFIX}limits:${name}`;
    const { primary } = this.siblings;
    const here = primary ? new MachineSlidingLog(primary, name, limit) : new SlidingLog(limit);
    return link ? new SharedSlidingLog(link, prefix, limit, here) : here;
  }
}
