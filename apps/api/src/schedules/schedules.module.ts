import { Module } from '@nestjs/common';
import { ChangeSchedule } from '@fleet/application/schedules/change-schedule';
import { CreateSchedule } from '@fleet/application/schedules/create-schedule';
import { DeleteSchedule } from '@fleet/application/schedules/delete-schedule';
import { ListOccurrences } from '@fleet/application/schedules/list-occurrences';
import { PauseSchedule } from '@fleet/application/schedules/pause-schedule';
import { ResumeSchedule } from '@fleet/application/schedules/resume-schedule';
import { ScheduleChanges } from '@fleet/application/schedules/schedule-changes';
import { SchedulesPersistenceModule } from '@fleet/infrastructure/schedules/schedules.persistence.module';
import { SchedulesController } from './schedules.controller';

@Module({
  imports: [SchedulesPersistenceModule],
  controllers: [SchedulesController],
  providers: [
    CreateSchedule,
    ChangeSchedule,
    DeleteSchedule,
    ListOccurrences,
    PauseSchedule,
    ResumeSchedule,
    ScheduleChanges,
  ],
})
export class SchedulesModule {}
