import { Injectable, Logger } from '@nestjs/common';
import { LeftOut } from '@fleet/application/schedules/make-occurrence';
import { ScheduleNotices } from '@fleet/application/schedules/schedule-notices';

/** Notices are log lines: whoever watches the log sees what wants a dispatcher. */
@Injectable()
export class LoggedScheduleNotices extends ScheduleNotices {
  private readonly logger = new Logger('Schedules');

  leftOut(scheduleId: string, occursAt: Date, routeId: string, { delivery, fields, code }: LeftOut): void {
    const message = 'A delivery of a schedule was made without what was refused: a dispatcher must see to it';
    this.logger.warn({ scheduleId, occursAt, routeId, delivery, fields, code }, message);
  }

  failed(scheduleId: string, error: unknown): void {
    this.logger.error(
      { scheduleId, err: error },
      'An occurrence of a schedule could not be made; the next run tries again',
    );
  }
}
