import { Injectable } from '@nestjs/common';
import { Schedule } from '@fleet/domain/schedules/schedule';
import { ScheduleNotFoundError } from '@fleet/domain/schedules/schedule.errors';
import { ScheduleRepository } from '@fleet/domain/schedules/schedule.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { ExpectedVersion, expectVersion } from '@fleet/application/shared/expect-version';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { ScheduleView, scheduleView } from './schedule.view';

/** What every change of a schedule has in common. */
@Injectable()
export class ScheduleChanges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly schedules: ScheduleRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws ScheduleNotFoundError, VersionMismatchError, and what `change` throws */
  make(
    id: string,
    expectedVersion: ExpectedVersion,
    change: (schedule: Schedule, now: Date) => void,
  ): Promise<ScheduleView> {
    return this.unitOfWork.run(async () => {
      const schedule = await this.schedules.find(id);
      if (!schedule) throw new ScheduleNotFoundError();
      expectVersion(schedule, expectedVersion);
      change(schedule, this.clock.now());
      await this.schedules.update(schedule);
      return scheduleView(schedule);
    });
  }
}
