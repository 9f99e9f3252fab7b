import { Injectable } from '@nestjs/common';
import { Schedule } from '@fleet/domain/schedules/schedule';
import { ScheduleRepository } from '@fleet/domain/schedules/schedule.repository';
import { searchWords } from '@fleet/domain/shared/search-words';
import { bulkInsert } from '@fleet/infrastructure/shared/database/bulk-insert';
import { EventLog } from '@fleet/infrastructure/shared/database/event-log';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { TypeOrmRepository } from '@fleet/infrastructure/shared/database/typeorm-repository';
import { ScheduleMapper } from './schedule.mapper';
import { ScheduleRecord, ScheduleSchema, ScheduleTermSchema } from './schedule.record';

@Injectable()
export class TypeOrmScheduleRepository extends ScheduleRepository {
  private readonly rows: TypeOrmRepository<Schedule, ScheduleRecord>;

  constructor(
    private readonly transaction: Transaction,
    eventLog: EventLog,
    mapper: ScheduleMapper,
  ) {
    super();
    const mapping = {
      schema: ScheduleSchema,
      toAggregate: (record: ScheduleRecord) => mapper.toSchedule(record),
      toRecord: (schedule: Schedule) => mapper.toScheduleRecord(schedule),
      uniqueKeys: [],
    };
    this.rows = new TypeOrmRepository(mapping, transaction, eventLog);
  }

  find(id: string): Promise<Schedule | null> {
    return this.rows.find(id);
  }

  async add(schedule: Schedule): Promise<void> {
    await this.rows.add(schedule);
    await this.insertTerms(schedule);
  }

  async update(schedule: Schedule): Promise<void> {
    await this.rows.update(schedule);
    if (!schedule.events.some(({ payload }) => 'name' in payload)) return;
    await this.transaction.manager.delete(ScheduleTermSchema, { scheduleId: schedule.id });
    await this.insertTerms(schedule);
  }

  remove(schedule: Schedule): Promise<void> {
    return this.rows.remove(schedule);
  }

  private insertTerms(schedule: Schedule): Promise<void> {
    const { id, name } = schedule.snapshot();
    const terms = searchWords(name).map((term) => ({ term, scheduleId: id }));
    return bulkInsert(this.transaction.manager, ScheduleTermSchema, terms);
  }
}
