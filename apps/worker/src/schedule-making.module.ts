import { Module } from '@nestjs/common';
import { MakeOccurrence } from '@fleet/application/schedules/make-occurrence';
import { MakeOccurrences } from '@fleet/application/schedules/make-occurrences';
import { SchedulesPersistenceModule } from '@fleet/infrastructure/schedules/schedules.persistence.module';

/** What makes routes and deliveries from their schedules. */
@Module({
  imports: [SchedulesPersistenceModule],
  providers: [MakeOccurrence, MakeOccurrences],
  exports: [MakeOccurrences],
})
export class ScheduleMakingModule {}
