import { Quota } from '@fleet/application/shared/rate-limiter';
import { RateLimit } from '@fleet/infrastructure/shared/config/rate-limit';

/** @param untilNext milliseconds until the oldest of those that passed no longer counts */
export function quotaOf({ requests, seconds }: RateLimit, allowed: boolean, passed: number, untilNext: number): Quota {
  return {
    allowed,
    limit: requests,
    seconds,
    remaining: Math.max(requests - passed, 0),
    resetSeconds: Math.min(Math.max(Math.ceil(untilNext / 1_000), 1), seconds),
  };
}
