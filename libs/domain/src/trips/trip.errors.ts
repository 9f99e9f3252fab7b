import { DomainError } from '@fleet/domain/shared/domain-error';

export class TripNotFoundError extends DomainError {
  readonly code = 'TRIP_NOT_FOUND';
  override readonly kind = 'not-found';

  constructor() {
    super('There is no trip with this id.');
  }
}

export class TripAlreadyEndedError extends DomainError {
  readonly code = 'TRIP_ALREADY_ENDED';

  constructor() {
    super('The trip has already ended.');
  }
}
