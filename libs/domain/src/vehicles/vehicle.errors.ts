import { DomainError } from '@fleet/domain/shared/domain-error';

export class VehicleNotFoundError extends DomainError {
  readonly code = 'VEHICLE_NOT_FOUND';
  override readonly kind = 'not-found';

  constructor() {
    super('There is no vehicle with this id.');
  }
}

export class PlateTakenError extends DomainError {
  readonly code = 'PLATE_TAKEN';
  override readonly kind = 'conflict';

  constructor() {
    super('Another vehicle already has this plate.');
  }
}

export class VehicleHasTripsError extends DomainError {
  readonly code = 'VEHICLE_HAS_TRIPS';
  override readonly kind = 'conflict';

  constructor() {
    super('The vehicle has trips, so it cannot be deleted.');
  }
}

export class VehicleHasDeliveriesError extends DomainError {
  readonly code = 'VEHICLE_HAS_DELIVERIES';
  override readonly kind = 'conflict';

  constructor() {
    super('The vehicle has deliveries, so it cannot be deleted.');
  }
}

export class VehicleInMaintenanceError extends DomainError {
  readonly code = 'VEHICLE_IN_MAINTENANCE';

  constructor() {
    super('The vehicle is in maintenance, so it cannot be assigned.');
  }
}

export class VehicleNotAvailableError extends DomainError {
  readonly code = 'VEHICLE_NOT_AVAILABLE';

  constructor() {
    super('The vehicle is not available: it is in use or in maintenance.');
  }
}

export class VehicleNotInUseError extends DomainError {
  readonly code = 'VEHICLE_NOT_IN_USE';

  constructor() {
    super('The vehicle is not in use, so it has no trip to end.');
  }
}

export class VehicleNotInMaintenanceError extends DomainError {
  readonly code = 'VEHICLE_NOT_IN_MAINTENANCE';

  constructor() {
    super('The vehicle is not in maintenance.');
  }
}

export class MileageCannotDecreaseError extends DomainError {
  readonly code = 'MILEAGE_CANNOT_DECREASE';

  constructor() {
    super('The mileage cannot be lower than the one the vehicle already has.');
  }
}
