import { DomainError } from '@fleet/domain/shared/domain-error';

export class DriverNotFoundError extends DomainError {
  readonly code = 'DRIVER_NOT_FOUND';
  override readonly kind = 'not-found';

  constructor() {
    super('There is no driver with this id.');
  }
}

export class LicenseNumberTakenError extends DomainError {
  readonly code = 'LICENSE_NUMBER_TAKEN';
  override readonly kind = 'conflict';

  constructor() {
    super('Another driver already has this licence number.');
  }
}

export class DriverHasTripsError extends DomainError {
  readonly code = 'DRIVER_HAS_TRIPS';
  override readonly kind = 'conflict';

  constructor() {
    super('The driver has trips, so it cannot be deleted.');
  }
}

export class DriverErasedError extends DomainError {
  readonly code = 'DRIVER_ERASED';
  override readonly kind = 'conflict';

  constructor() {
    super('The driver has been erased, for good.');
  }
}

export class DriverHasDeliveriesError extends DomainError {
  readonly code = 'DRIVER_HAS_DELIVERIES';
  override readonly kind = 'conflict';

  constructor() {
    super('The driver has deliveries and cannot be deleted; deactivate the driver instead.');
  }
}

export class DriverInactiveError extends DomainError {
  readonly code = 'DRIVER_INACTIVE';

  constructor() {
    super('The driver is not active, so it cannot be assigned.');
  }
}

export class DriverHasUserError extends DomainError {
  readonly code = 'DRIVER_HAS_USER';
  override readonly kind = 'conflict';

  constructor() {
    super('A user signs in as the driver, so it cannot be deleted. It can be erased.');
  }
}

export class DriverNotAvailableError extends DomainError {
  readonly code = 'DRIVER_NOT_AVAILABLE';

  constructor() {
    super('The driver is not available: inactive or on a trip.');
  }
}

export class DriverOnTripError extends DomainError {
  readonly code = 'DRIVER_ON_TRIP';

  constructor() {
    super('The driver is on a trip, which must end first.');
  }
}
