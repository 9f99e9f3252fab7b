import { Clock } from '@fleet/domain/shared/clock';
import { OnceATick } from './once-a-tick';
import { Ticks } from './ticks';
import { Work } from './under-lease';

/** A tick that a busy event loop comes to this late is run all the same: left alone, cron skips it after 250 ms. */
export const LONGEST_DELAY_MS = 60_000;

/** The schedules of jobs that have no setting are in it, so that a tick is the same instant in every process. */
export const UTC = 'UTC';

export interface Schedule {
  /** The job's name. */
  readonly name: string;
  readonly cron: string;
  /** IANA name of the zone that the cron expression is in. */
  readonly timeZone: string;
}

/** Does a job's work when a tick of its schedule has come, in one of any number of processes. */
export class PlannedTicks {
  private readonly ticks: Ticks;

  constructor(
    private readonly schedule: Schedule,
    private readonly onceATick: OnceATick,
    private readonly clock: Clock,
  ) {
    this.ticks = new Ticks(schedule.cron, schedule.timeZone, clock.now());
  }

  /** Called whenever the cron wakes up. */
  async run(work: Work): Promise<void> {
    const planned = this.ticks.take(this.clock.now());
    if (planned) await this.onceATick.run(this.schedule.name, planned, work);
  }
}
