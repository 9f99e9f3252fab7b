import { AggregateRepository } from '@fleet/domain/shared/aggregate-repository';
import { Schedule } from './schedule';

/** Where schedules are kept. */
export abstract class ScheduleRepository extends AggregateRepository<Schedule> {}
