import { Quota, RateLimiter } from '@fleet/application/shared/rate-limiter';
import { RateLimit } from '@fleet/infrastructure/shared/config/rate-limit';
import { Channel } from '@fleet/infrastructure/shared/siblings/channel';
import { SlidingLog } from './sliding-log';

/** What a worker says of a request to the process that counts for all workers. */
export interface Counted {
  /** Whose keys are its own. */
  readonly name: string;
  readonly limit: RateLimit;
  readonly key: string;
}

/** Limits that the workers of one machine share; when the process that counts for them is late, each limits by itself. */
export class MachineSlidingLog extends RateLimiter {
  /** What this worker has let pass, so that falling back gives nobody a second share of it. */
  private readonly own: SlidingLog;

  constructor(
    private readonly primary: Channel,
    private readonly name: string,
    private readonly limit: RateLimit,
  ) {
    super();
    this.own = new SlidingLog(limit);
  }

  async consume(key: string): Promise<Quota> {
    if (this.primary.isLate) return this.own.consume(key);
    try {
      const quota = await this.primary.ask<Quota>('limits/consume', this.counted(key));
      if (quota.allowed) this.own.note(key);
      return quota;
    } catch {
      return this.own.consume(key);
    }
  }

  /** Counts a request that somebody else has let pass. */
  note(key: string): void {
    this.own.note(key);
    if (!this.primary.isLate) this.primary.tell('limits/note', this.counted(key));
  }

  private counted(key: string): Counted {
    return { name: this.name, limit: this.limit, key };
  }
}
