import { Injectable } from '@nestjs/common';
import { Schedule } from '@fleet/domain/schedules/schedule';
import { ScheduleRecord } from './schedule.record';
import { ScheduleSeals } from './schedule-seals';

interface Restored {
  readonly sealed: string;
  readonly json: string;
}

/** Between schedules and their rows. A template that has not changed keeps the seal that it came with. */
@Injectable()
export class ScheduleMapper {
  private readonly restored = new WeakMap<Schedule, Restored>();

  constructor(private readonly seals: ScheduleSeals) {}

  toSchedule(record: ScheduleRecord): Schedule {
    const id = record.id.toLowerCase();
    const template = this.seals.openTemplate(id, record.template);
    const schedule = Schedule.restore({ ...record, id, template });
    this.restored.set(schedule, { sealed: record.template, json: JSON.stringify(template) });
    return schedule;
  }

  toScheduleRecord(schedule: Schedule): ScheduleRecord {
    const { template, ...fields } = schedule.snapshot();
    const before = this.restored.get(schedule);
    const isSame = before?.json === JSON.stringify(template);
    return { ...fields, template: isSame ? before.sealed : this.seals.sealTemplate(schedule.id, template) };
  }
}
