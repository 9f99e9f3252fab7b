import { LeftOut } from './make-occurrence';

/** Tells the people who run the fleet what a schedule could not do. It names no customer. */
export abstract class ScheduleNotices {
  abstract leftOut(scheduleId: string, occursAt: Date, routeId: string, what: LeftOut): void;

  /** The occurrence was not made; the next run tries again. */
  abstract failed(scheduleId: string, error: unknown): void;
}
