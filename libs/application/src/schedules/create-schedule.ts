import { Injectable } from '@nestjs/common';
import { Schedule, ScheduleDetails } from '@fleet/domain/schedules/schedule';
import { ScheduleRepository } from '@fleet/domain/schedules/schedule.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { Recurrence } from './recurrence';
import { ScheduleView, scheduleView } from './schedule.view';

@Injectable()
export class CreateSchedule {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly schedules: ScheduleRepository,
    private readonly recurrence: Recurrence,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  /** @throws InvalidFieldsError */
  execute(command: ScheduleDetails): Promise<ScheduleView> {
    return this.unitOfWork.run(async () => {
      const faults = this.recurrence.faultsOf(command);
      const schedule = Schedule.create({ ...command, id: this.ids.next() }, faults, this.clock.now());
      await this.schedules.add(schedule);
      return scheduleView(schedule);
    });
  }
}
