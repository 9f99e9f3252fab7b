import { RateLimiter } from '@fleet/application/shared/rate-limiter';

/** What `off` means. */
export class Unlimited extends RateLimiter {
  consume(): null {
    return null;
  }
}
