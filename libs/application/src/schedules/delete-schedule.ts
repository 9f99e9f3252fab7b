import { Injectable } from '@nestjs/common';
import { ScheduleNotFoundError } from '@fleet/domain/schedules/schedule.errors';
import { ScheduleRepository } from '@fleet/domain/schedules/schedule.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { ExpectedVersion, expectVersion } from '@fleet/application/shared/expect-version';
import { IdempotencyKeys } from '@fleet/application/shared/idempotency/idempotency-keys';
import { PersonKeys } from '@fleet/application/shared/person-keys';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';

/** What was made from it stays. What it said of customers is forgotten, in the event log too. */
@Injectable()
export class DeleteSchedule {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly schedules: ScheduleRepository,
    private readonly personKeys: PersonKeys,
    private readonly answers: IdempotencyKeys,
    private readonly clock: Clock,
  ) {}

  /** @throws ScheduleNotFoundError, VersionMismatchError */
  execute(id: string, expectedVersion?: ExpectedVersion): Promise<void> {
    return this.unitOfWork.run(async () => {
      const schedule = await this.schedules.find(id);
      if (!schedule) throw new ScheduleNotFoundError();
      expectVersion(schedule, expectedVersion);
      schedule.delete(this.clock.now());
      await this.schedules.remove(schedule);
      await this.personKeys.destroy(id);
      await this.answers.forget(id);
    });
  }
}
