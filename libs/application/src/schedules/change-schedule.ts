import { Injectable } from '@nestjs/common';
import { ScheduleDetails } from '@fleet/domain/schedules/schedule';
import { ScheduleNotFoundError } from '@fleet/domain/schedules/schedule.errors';
import { ScheduleRepository } from '@fleet/domain/schedules/schedule.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { ExpectedVersion, expectVersion } from '@fleet/application/shared/expect-version';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { Recurrence } from './recurrence';
import { ScheduleView, scheduleView } from './schedule.view';

export interface ChangeScheduleCommand extends ScheduleDetails {
  readonly id: string;
  readonly expectedVersion?: ExpectedVersion;
}

@Injectable()
export class ChangeSchedule {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly schedules: ScheduleRepository,
    private readonly recurrence: Recurrence,
    private readonly clock: Clock,
  ) {}

  /** @throws ScheduleNotFoundError, VersionMismatchError, InvalidFieldsError */
  execute(command: ChangeScheduleCommand): Promise<ScheduleView> {
    return this.unitOfWork.run(async () => {
      const schedule = await this.schedules.find(command.id);
      if (!schedule) throw new ScheduleNotFoundError();
      expectVersion(schedule, command.expectedVersion);
      schedule.change(command, this.recurrence.faultsOf(command), this.clock.now());
      await this.schedules.update(schedule);
      return scheduleView(schedule);
    });
  }
}
