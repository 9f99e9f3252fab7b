import { Schedule } from '@fleet/domain/schedules/schedule';
import { ScheduleTemplate } from '@fleet/domain/schedules/schedule-template';

/** A schedule as lists show it: without its template, which tells of customers. Instants are ISO 8601 in UTC. */
export interface ScheduleSummary {
  readonly id: string;
  readonly name: string;
  readonly rule: string;
  readonly timeZone: string;
  /** Local date and time in the zone, such as `2026-01-05T08:00`. */
  readonly startsAt: string;
  readonly active: boolean;
  /** Every occurrence before this instant has been made, or never will be. */
  readonly createdUntil: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** The whole of a schedule. */
export interface ScheduleView extends ScheduleSummary {
  readonly template: ScheduleTemplate;
}

/** One time at which a schedule comes. */
export interface OccurrenceView {
  readonly occursAt: string;
  /** The route that was made for it; null while none is. */
  readonly routeId: string | null;
}

export function scheduleView(schedule: Schedule): ScheduleView {
  const { createdUntil, createdAt, updatedAt, ...fields } = schedule.snapshot();
  return {
    ...fields,
    createdUntil: createdUntil.toISOString(),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
