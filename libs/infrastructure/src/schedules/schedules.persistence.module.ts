import { Module } from '@nestjs/common';
import { MadeOccurrences } from '@fleet/application/schedules/made-occurrences';
import { Recurrence } from '@fleet/application/schedules/recurrence';
import { ScheduleNotices } from '@fleet/application/schedules/schedule-notices';
import { ScheduleQueries } from '@fleet/application/schedules/schedule.queries';
import { ScheduleRepository } from '@fleet/domain/schedules/schedule.repository';
import { LoggedScheduleNotices } from './logged-schedule-notices';
import { RruleRecurrence } from './rrule-recurrence';
import { ScheduleMapper } from './schedule.mapper';
import { ScheduleSeals } from './schedule-seals';
import { SqlMadeOccurrences } from './sql-made-occurrences';
import { SqlScheduleQueries } from './sql-schedule.queries';
import { TypeOrmScheduleRepository } from './typeorm-schedule.repository';

@Module({
  providers: [
    ScheduleMapper,
    ScheduleSeals,
    { provide: MadeOccurrences, useClass: SqlMadeOccurrences },
    { provide: Recurrence, useClass: RruleRecurrence },
    { provide: ScheduleNotices, useClass: LoggedScheduleNotices },
    { provide: ScheduleQueries, useClass: SqlScheduleQueries },
    { provide: ScheduleRepository, useClass: TypeOrmScheduleRepository },
  ],
  exports: [MadeOccurrences, Recurrence, ScheduleNotices, ScheduleQueries, ScheduleRepository],
})
export class SchedulesPersistenceModule {}
