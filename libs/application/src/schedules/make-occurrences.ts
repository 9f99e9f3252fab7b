import { Injectable } from '@nestjs/common';
import { addDays } from '@fleet/domain/shared/calendar';
import { Clock } from '@fleet/domain/shared/clock';
import { UnavailableError } from '@fleet/application/shared/application-error';
import { Settings } from '@fleet/application/shared/settings';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { MadeOccurrences } from './made-occurrences';
import { MakeOccurrence } from './make-occurrence';
import { earliestToMake } from './occurrences-to-make';
import { Recurrence } from './recurrence';
import { ScheduleNotices } from './schedule-notices';
import { DueSchedule, ScheduleQueries } from './schedule.queries';

export interface OccurrencesReport {
  /** Occurrences that were made. */
  readonly made: number;
  /** Deliveries that were made without something that was planned, counted by what was refused. */
  readonly leftOut: number;
  /** Schedules of which an occurrence could not be made. */
  readonly failed: number;
}

/** Makes the routes and deliveries of every active schedule that are due within the days that the operator has set. */
@Injectable()
export class MakeOccurrences {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly schedules: ScheduleQueries,
    private readonly makeOccurrence: MakeOccurrence,
    private readonly occurrences: MadeOccurrences,
    private readonly recurrence: Recurrence,
    private readonly notices: ScheduleNotices,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /**
   * Each occurrence is a transaction of its own, and one schedule's failure is its own too.
   * @param stop ends it before the next occurrence; it then throws the signal's reason
   */
  async execute(stop?: AbortSignal): Promise<OccurrencesReport> {
    const until = addDays(this.clock.now(), this.settings.scheduleAheadDays);
    const report = { made: 0, leftOut: 0, failed: 0 };
    for await (const due of this.schedules.streamDue(until)) {
      try {
        await this.see(due, until, report, stop);
      } catch (error) {
        if (stop?.aborted || error instanceof UnavailableError) throw error;
        report.failed++;
        this.notices.failed(due.id, error);
      }
    }
    stop?.throwIfAborted();
    return report;
  }

  /** In the order of time. Whoever finds that somebody else is at the schedule, or has changed it, leaves it to the next run. */
  private async see(
    due: DueSchedule,
    until: Date,
    report: { made: number; leftOut: number },
    stop: AbortSignal | undefined,
  ): Promise<void> {
    const from = earliestToMake(new Date(due.createdUntil), this.clock.now());
    for (const start of this.recurrence.between(due, from, until)) {
      stop?.throwIfAborted();
      const occurrence = await this.makeOccurrence.execute(due, start);
      if (!occurrence) return;
      report.made++;
      report.leftOut += occurrence.leftOut.length;
      occurrence.leftOut.forEach((what) => this.notices.leftOut(due.id, start, occurrence.routeId, what));
    }
    await this.unitOfWork.run(() => this.occurrences.moveOn(due, until));
  }
}
