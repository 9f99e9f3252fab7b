import { Quota, RateLimiter } from '@fleet/application/shared/rate-limiter';
import { RateLimit } from '@fleet/infrastructure/shared/config/rate-limit';
import { Passes } from './passes';
import { quotaOf } from './quota-of';

/** How many callers are kept; a flood of addresses forgets those that were quiet the longest. */
const MAX_KEYS = 100_000;
/** More than one, so that what has gone quiet is forgotten faster than new callers come. */
const LOOKED_AT_PER_NEW_KEY = 2;

/** Limits in the memory of this process: exact, because it knows when each request of the last stretch passed. */
export class SlidingLog extends RateLimiter {
  /** In the order in which they were last heard of. */
  private readonly callers = new Map<string, Passes>();
  private readonly milliseconds: number;

  /** @param now in milliseconds; a clock that is never set, since one that is set back would lock callers out */
  constructor(
    private readonly limit: RateLimit,
    private readonly now: () => number = () => performance.now(),
    private readonly maxKeys = MAX_KEYS,
  ) {
    super();
    this.milliseconds = limit.seconds * 1_000;
  }

  consume(key: string): Quota {
    const now = this.now();
    const passes = this.passesOf(key, now);
    const allowed = passes.count < this.limit.requests;
    if (allowed) passes.add(now);
    return quotaOf(this.limit, allowed, passes.count, passes.oldest + this.milliseconds - now);
  }

  /** Counts a request that somebody else has let pass. */
  note(key: string): void {
    const now = this.now();
    const passes = this.passesOf(key, now);
    if (passes.count < this.limit.requests) passes.add(now);
  }

  /** How many callers are known. */
  get size(): number {
    return this.callers.size;
  }

  private passesOf(key: string, now: number): Passes {
    let passes = this.callers.get(key);
    if (passes) this.callers.delete(key);
    else this.makeRoom(now);
    passes ??= new Passes();
    this.callers.set(key, passes);
    passes.forgetUntil(now - this.milliseconds);
    return passes;
  }

  private makeRoom(now: number): void {
    let looked = 0;
    for (const [key, passes] of this.callers) {
      const isQuiet = passes.newest <= now - this.milliseconds;
      if (isQuiet || this.callers.size >= this.maxKeys) this.callers.delete(key);
      if (++looked === LOOKED_AT_PER_NEW_KEY) return;
    }
  }
}
