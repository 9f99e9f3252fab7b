import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { SweepIdempotencyKeys } from '@fleet/application/shared/idempotency/sweep-idempotency-keys';
import { Clock } from '@fleet/domain/shared/clock';
import { OnceATick } from './once-a-tick';
import { LONGEST_DELAY_MS, PlannedTicks, UTC } from './planned-ticks';

const NAME = 'idempotency-sweep';

// Whether an answer is still given is decided when it is asked for: late sweeping costs room, nothing else.
const EVERY_HOUR = '0 57 * * * *';

/** Drops the answers to keyed requests that are too old to be given again. */
@Injectable()
export class IdempotencySweepJob {
  private readonly ticks: PlannedTicks;

  constructor(
    onceATick: OnceATick,
    private readonly sweep: SweepIdempotencyKeys,
    clock: Clock,
  ) {
    this.ticks = new PlannedTicks({ name: NAME, cron: EVERY_HOUR, timeZone: UTC }, onceATick, clock);
  }

  @Cron(EVERY_HOUR, { name: NAME, timeZone: UTC, threshold: LONGEST_DELAY_MS })
  tick(): Promise<void> {
    return this.ticks.run((stop) => this.sweep.execute(stop));
  }
}
