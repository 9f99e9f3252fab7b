import { Page, PageRequest } from '@fleet/application/shared/page';
import { OccurrenceView, ScheduleSummary, ScheduleView } from './schedule.view';

export const SCHEDULE_SORTS = ['name', 'createdAt'] as const;
export type ScheduleSort = (typeof SCHEDULE_SORTS)[number];

export interface ScheduleFilter {
  readonly active?: boolean | undefined;
  /** Every word of it begins a word of the name. */
  readonly q?: string | undefined;
}

export interface ScheduleListRequest extends PageRequest {
  readonly filter: ScheduleFilter;
  readonly sort: ScheduleSort;
  readonly descending: boolean;
}

/** When a schedule comes, and up to when that has been seen to. */
export type DueSchedule = Pick<ScheduleSummary, 'id' | 'version' | 'rule' | 'timeZone' | 'startsAt' | 'createdUntil'>;

/** The read side of schedules. */
export abstract class ScheduleQueries {
  abstract find(id: string): Promise<ScheduleView | null>;

  /** @throws InvalidCursorError */
  abstract list(request: ScheduleListRequest): Promise<Page<ScheduleSummary>>;

  /** The occurrences for which something was made, with `from` ≤ x < `to`, in their order. */
  abstract made(id: string, from: Date, to: Date): Promise<OccurrenceView[]>;

  /** The active schedules that nobody has seen to up to this instant, as the last commit has left them. */
  abstract streamDue(until: Date): AsyncIterable<DueSchedule>;
}
