import { DomainError } from '@fleet/domain/shared/domain-error';

export class ScheduleNotFoundError extends DomainError {
  readonly code = 'SCHEDULE_NOT_FOUND';
  override readonly kind = 'not-found';

  constructor() {
    super('There is no schedule with this id.');
  }
}
