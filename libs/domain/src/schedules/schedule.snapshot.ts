import { ScheduleId } from './schedule-id';
import { GivenTemplate, ScheduleTemplate } from './schedule-template';

/** When something recurs. */
export interface Timing {
  /** An RFC 5545 rule such as `FREQ=WEEKLY;BYDAY=MO,WE,FR`, in upper case, without DTSTART. */
  readonly rule: string;
  /** The IANA name of the zone whose clocks it goes by. */
  readonly timeZone: string;
  /** The first local date and time, such as `2026-01-05T08:00`: what RFC 5545 calls DTSTART. */
  readonly startsAt: string;
}

/** What a person may say about a schedule. */
export interface ScheduleDetails extends Timing {
  readonly name: string;
  readonly template: GivenTemplate;
}

/** The whole state of a schedule. */
export interface ScheduleSnapshot extends Timing {
  id: ScheduleId;
  name: string;
  template: ScheduleTemplate;
  /** Whether routes are made from it. */
  active: boolean;
  /**
   * Every occurrence before this instant has been made, or never will be. The worker moves it on, past the aggregate: it
   * is no change of the schedule.
   */
  createdUntil: Date;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}
