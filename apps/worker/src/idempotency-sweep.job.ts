import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { SweepIdempotencyKeys } from '@fleet/application/shared/idempotency/sweep-idempotency-keys';
import { Clock } from '@fleet/domain/shared/clock';
import { OnceATick } from './once-a-tick';
import { Ticks } from './ticks';

const NAME = 'idempotency-sweep';

// Whether an answer is still given is decided when it is asked for: late sweeping costs room, nothing else.
const EVERY_HOUR = '0 0 * * * *';
const TIME_ZONE = 'UTC';

/** A tick that a busy event loop comes to this late is run all the same. */
const LONGEST_DELAY_MS = 60_000;

/** Drops the answers to keyed requests that are too old to be given again. */
@Injectable()
export class IdempotencySweepJob {
  private readonly ticks: Ticks;

  constructor(
    private readonly onceATick: OnceATick,
    private readonly sweep: SweepIdempotencyKeys,
    private readonly clock: Clock,
  ) {
    this.ticks = new Ticks(EVERY_HOUR, TIME_ZONE, clock.now());
  }

  @Cron(EVERY_HOUR, { name: NAME, timeZone: TIME_ZONE, threshold: LONGEST_DELAY_MS })
  async tick(): Promise<void> {
    const planned = this.ticks.take(this.clock.now());
    if (planned) await this.onceATick.run(NAME, planned, (stop) => this.sweep.execute(stop));
  }
}
