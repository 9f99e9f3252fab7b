import { ApplicationError } from './application-error';

/** Where one caller stands after a request was counted. */
export interface Quota {
  readonly allowed: boolean;
  /** How many requests may pass in any stretch of `seconds`. */
  readonly limit: number;
  readonly seconds: number;
  /** How many more may pass now. */
  readonly remaining: number;
  /** Whole seconds, from 1, until one more may pass than now. */
  readonly resetSeconds: number;
}

/** Counts requests by caller. */
export abstract class RateLimiter {
  /**
   * Counts a request, unless it is refused: whoever goes on asking is let in again all the same.
   *
   * @param key whoever is counted
   * @returns null when nothing is limited; without a wait where nobody else has to be asked
   */
  abstract consume(key: string): Quota | null | Promise<Quota | null>;
}

/** The caller has had its share for now. */
export class RateLimitedError extends ApplicationError {
  readonly code = 'RATE_LIMITED';

  /** @param policy which limit it was: `default`, or `login` */
  constructor(
    readonly policy: string,
    readonly quota: Quota,
  ) {
    super(`No more than ${quota.limit} requests in ${quota.seconds} s. Try again in ${quota.resetSeconds} s.`);
  }
}
