import { Injectable } from '@nestjs/common';
import { ScheduleDetails } from '@fleet/domain/schedules/schedule';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { Recurrence } from './recurrence';
import { ScheduleChanges } from './schedule-changes';
import { ScheduleView } from './schedule.view';

export interface ChangeScheduleCommand extends ScheduleDetails {
  readonly id: string;
  readonly expectedVersion?: ExpectedVersion;
}

@Injectable()
export class ChangeSchedule {
  constructor(
    private readonly changes: ScheduleChanges,
    private readonly recurrence: Recurrence,
  ) {}

  /** @throws ScheduleNotFoundError, VersionMismatchError, InvalidFieldsError */
  execute(command: ChangeScheduleCommand): Promise<ScheduleView> {
    return this.changes.make(command.id, command.expectedVersion, (schedule, now) =>
      schedule.change(command, this.recurrence.faultsOf(command), now),
    );
  }
}
