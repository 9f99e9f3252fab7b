import { Injectable } from '@nestjs/common';
import { ScheduleNotFoundError } from '@fleet/domain/schedules/schedule.errors';
import { addDays } from '@fleet/domain/shared/calendar';
import { Clock } from '@fleet/domain/shared/clock';
import { InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';
import { earliestToMake } from './occurrences-to-make';
import { Recurrence } from './recurrence';
import { ScheduleQueries } from './schedule.queries';
import { OccurrenceView } from './schedule.view';

export const MAX_OCCURRENCE_DAYS = 31;
const DEFAULT_DAYS = 30;

/** What a schedule has made, and what it will make as it is now, were it active. */
@Injectable()
export class ListOccurrences {
  constructor(
    private readonly schedules: ScheduleQueries,
    private readonly recurrence: Recurrence,
    private readonly clock: Clock,
  ) {}

  /**
   * The occurrences with `from` ≤ x < `to`, in their order: from now when nothing is given, for 30 days.
   * @throws ScheduleNotFoundError
   * @throws InvalidFieldsError when `to` is before `from`, or more than 31 days after it
   */
  async execute(id: string, from = this.clock.now(), to = addDays(from, DEFAULT_DAYS)): Promise<OccurrenceView[]> {
    if (to < from) throw new InvalidFieldsError([{ field: 'to', message: 'must not be before from' }]);
    if (to > addDays(from, MAX_OCCURRENCE_DAYS)) {
      const message = `must be at most ${MAX_OCCURRENCE_DAYS} days after from`;
      throw new InvalidFieldsError([{ field: 'to', message }]);
    }
    const schedule = await this.schedules.find(id);
    if (!schedule) throw new ScheduleNotFoundError();
    const made = await this.schedules.made(id, from, to);
    const earliest = earliestToMake(new Date(schedule.createdUntil), this.clock.now());
    const ahead = this.recurrence.between(schedule, earliest < from ? from : earliest, to);
    const known = new Set(made.map(({ occursAt }) => occursAt));
    const planned = ahead.map((instant) => ({ occursAt: instant.toISOString(), routeId: null }));
    const all = [...made, ...planned.filter(({ occursAt }) => !known.has(occursAt))];
    return all.sort((one, other) => one.occursAt.localeCompare(other.occursAt));
  }
}
