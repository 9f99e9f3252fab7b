import { DueSchedule } from './schedule.queries';

/** What keeps an occurrence from being made twice, whoever else is at it. */
export abstract class MadeOccurrences {
  /**
   * Takes an occurrence for the present unit of work, and moves the schedule on behind it.
   * @returns false when it is taken already, or when the schedule is not the one any more that was read
   */
  abstract claim(due: Pick<DueSchedule, 'id' | 'version'>, occursAt: Date): Promise<boolean>;

  /** Keeps which route was made for an occurrence that is claimed. */
  abstract keep(scheduleId: string, occursAt: Date, routeId: string): Promise<void>;

  /** Everything before this instant has been seen to. Does nothing when the schedule is not the one any more that was read. */
  abstract moveOn(due: Pick<DueSchedule, 'id' | 'version'>, until: Date): Promise<void>;
}
