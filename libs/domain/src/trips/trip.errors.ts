import { DeliveryId } from '@fleet/domain/deliveries/delivery-id';
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

/** Its end is the delivery's to say, which has more to do than to end a trip. */
export class TripOfDeliveryError extends DomainError {
  readonly code = 'TRIP_OF_DELIVERY';
  override readonly kind = 'conflict';
  override readonly details: { readonly deliveryId: DeliveryId };

  constructor(deliveryId: DeliveryId) {
    super('The trip belongs to a delivery under way, which ends it.');
    this.details = { deliveryId };
  }
}
