import { Injectable } from '@nestjs/common';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { ScheduleChanges } from './schedule-changes';
import { ScheduleView } from './schedule.view';

/** Stops making anything, until it is resumed. */
@Injectable()
export class PauseSchedule {
  constructor(private readonly changes: ScheduleChanges) {}

  /** @throws ScheduleNotFoundError, VersionMismatchError */
  execute(id: string, expectedVersion?: ExpectedVersion): Promise<ScheduleView> {
    return this.changes.make(id, expectedVersion, (schedule, now) => schedule.pause(now));
  }
}
