import { Injectable } from '@nestjs/common';
import { ScheduleNotFoundError } from '@fleet/domain/schedules/schedule.errors';
import { ScheduleRepository } from '@fleet/domain/schedules/schedule.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { ExpectedVersion, expectVersion } from '@fleet/application/shared/expect-version';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { ScheduleView, scheduleView } from './schedule.view';

/** Goes on making what is due from now on. */
@Injectable()
export class ResumeSchedule {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly schedules: ScheduleRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws ScheduleNotFoundError, VersionMismatchError */
  execute(id: string, expectedVersion?: ExpectedVersion): Promise<ScheduleView> {
    return this.unitOfWork.run(async () => {
      const schedule = await this.schedules.find(id);
      if (!schedule) throw new ScheduleNotFoundError();
      expectVersion(schedule, expectedVersion);
      schedule.resume(this.clock.now());
      await this.schedules.update(schedule);
      return scheduleView(schedule);
    });
  }
}
