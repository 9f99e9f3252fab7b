import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { SweepSessions } from '@fleet/application/identity/sweep-sessions';
import { Clock } from '@fleet/domain/shared/clock';
import { OnceATick } from './once-a-tick';
import { Ticks } from './ticks';

const NAME = 'session-sweep';

/** Every hour, away from the full one, at which everybody else has something to do. */
const CRON = '0 17 * * * *';

/** A tick that a busy event loop comes to this late is run all the same: left alone, cron skips it after 250 ms. */
const LONGEST_DELAY_MS = 60_000;

/** Clears away what sessions leave behind. */
@Injectable()
export class SessionSweepJob {
  private readonly ticks: Ticks;

  constructor(
    private readonly onceATick: OnceATick,
    private readonly sweep: SweepSessions,
    private readonly clock: Clock,
  ) {
    this.ticks = new Ticks(CRON, 'UTC', clock.now());
  }

  @Cron(CRON, { name: NAME, timeZone: 'UTC', threshold: LONGEST_DELAY_MS })
  async tick(): Promise<void> {
    const planned = this.ticks.take(this.clock.now());
    if (planned) await this.onceATick.run(NAME, planned, (stop) => this.sweep.execute(stop));
  }
}
