import { Injectable } from '@nestjs/common';
import { DomainError } from '@fleet/domain/shared/domain-error';
import { ScheduleNotFoundError } from '@fleet/domain/schedules/schedule.errors';
import { ScheduleRepository } from '@fleet/domain/schedules/schedule.repository';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { Omissible, toLeaveOut } from './lesser-delivery';
import { MadeOccurrences } from './made-occurrences';
import { OccurrenceMaker, PlannedDelivery } from './occurrence-maker';
import { plannedDelivery, plannedRoute, referenceSuffix } from './planned-occurrence';
import { Recurrence } from './recurrence';
import { DueSchedule } from './schedule.queries';

/** Something of a delivery that could not be made as planned. */
export interface LeftOut {
  /** The delivery's place in the template, from 0. */
  readonly delivery: number;
  readonly fields: readonly Omissible[];
  /** The code of the rule that refused it. */
  readonly code: string;
}

export interface MadeOccurrence {
  readonly routeId: string;
  readonly leftOut: readonly LeftOut[];
}

/** Makes one occurrence of a schedule: its route and its deliveries, wholly or not at all, and once. */
@Injectable()
export class MakeOccurrence {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly schedules: ScheduleRepository,
    private readonly occurrences: MadeOccurrences,
    private readonly maker: OccurrenceMaker,
    private readonly recurrence: Recurrence,
  ) {}

  /** Null when somebody else has it, or has changed, paused or deleted the schedule since it was read. */
  execute(due: DueSchedule, start: Date): Promise<MadeOccurrence | null> {
    return this.unitOfWork.run(async () => {
      if (!(await this.occurrences.claim(due, start))) return null;
      const schedule = await this.schedules.find(due.id);
      if (!schedule) throw new ScheduleNotFoundError();
      const { template } = schedule.snapshot();
      const routeId = await this.maker.makeRoute(plannedRoute(template, start));
      const suffix = referenceSuffix(due, this.recurrence.localTime(start, due.timeZone));
      const made: string[] = [];
      const leftOut: LeftOut[] = [];
      for (const [delivery, one] of template.deliveries.entries()) {
        const planned = plannedDelivery(one, { routeId, start, suffix, made });
        const note = (fields: readonly Omissible[], code: string) => leftOut.push({ delivery, fields, code });
        made.push(await this.makeDelivery(planned, note));
      }
      await this.occurrences.keep(due.id, start, routeId);
      return { routeId, leftOut };
    });
  }

  /** A delivery whose vehicle is taken is still a delivery: it is made without what is refused. */
  private async makeDelivery(
    planned: PlannedDelivery,
    note: (fields: readonly Omissible[], code: string) => void,
  ): Promise<string> {
    try {
      return await this.maker.makeDelivery(planned);
    } catch (error) {
      const fields = toLeaveOut(error, planned);
      if (fields.length === 0) throw error;
      note(fields, (error as DomainError).code);
      const lesser = { ...planned, ...Object.fromEntries(fields.map((field) => [field, null])) };
      return this.makeDelivery(lesser, note);
    }
  }
}
