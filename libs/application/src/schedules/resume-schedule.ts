import { Injectable } from '@nestjs/common';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { ScheduleChanges } from './schedule-changes';
import { ScheduleView } from './schedule.view';

/** Goes on making what is due from now on. */
@Injectable()
export class ResumeSchedule {
  constructor(private readonly changes: ScheduleChanges) {}

  /** @throws ScheduleNotFoundError, VersionMismatchError */
  execute(id: string, expectedVersion?: ExpectedVersion): Promise<ScheduleView> {
    return this.changes.make(id, expectedVersion, (schedule, now) => schedule.resume(now));
  }
}
