import { CronTime } from 'cron';

/**
 * The planned instants of a schedule, each given once. What a tick is named after must be the same in every process,
 * so it is when the tick was due, and not when a busy event loop came to it.
 */
export class Ticks {
  private readonly schedule: CronTime;
  private next: Date;

  constructor(
    cron: string,
    private readonly timeZone: string,
    now: Date,
  ) {
    this.schedule = new CronTime(cron, timeZone);
    this.next = this.after(now);
  }

  /** The planned instant that has come at `now`, or null. Of several that were missed it gives the first alone. */
  take(now: Date): Date | null {
    if (this.next.getTime() > now.getTime()) return null;
    const planned = this.next;
    this.next = this.after(now);
    return planned;
  }

  private after(instant: Date): Date {
    return this.schedule.getNextDateFrom(instant, this.timeZone).toJSDate();
  }
}
