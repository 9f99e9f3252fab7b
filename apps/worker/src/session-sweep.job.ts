import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { SweepSessions } from '@fleet/application/identity/sweep-sessions';
import { Clock } from '@fleet/domain/shared/clock';
import { OnceATick } from './once-a-tick';
import { LONGEST_DELAY_MS, PlannedTicks, UTC } from './planned-ticks';

const NAME = 'session-sweep';

/** Every hour, away from the full one, at which everybody else has something to do. */
const CRON = '0 37 * * * *';

/** Clears away what sessions leave behind. */
@Injectable()
export class SessionSweepJob {
  private readonly ticks: PlannedTicks;

  constructor(
    onceATick: OnceATick,
    private readonly sweep: SweepSessions,
    clock: Clock,
  ) {
    this.ticks = new PlannedTicks({ name: NAME, cron: CRON, timeZone: UTC }, onceATick, clock);
  }

  @Cron(CRON, { name: NAME, timeZone: UTC, threshold: LONGEST_DELAY_MS })
  tick(): Promise<void> {
    return this.ticks.run((stop) => this.sweep.execute(stop));
  }
}
