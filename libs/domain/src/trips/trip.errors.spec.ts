import { DomainError } from '@fleet/domain/shared/domain-error';
import * as errors from './trip.errors';

describe('the errors of trips', () => {
  it.each([
    [errors.TripNotFoundError, 'TRIP_NOT_FOUND', 'not-found'],
    [errors.TripAlreadyEndedError, 'TRIP_ALREADY_ENDED', 'rule'],
  ])('%p has the code %s and is a %s', (Type, code, kind) => {
    const error = new Type();
    expect(error).toBeInstanceOf(DomainError);
    expect({ code: error.code, kind: error.kind, name: error.name }).toEqual({ code, kind, name: Type.name });
    expect(error.message).toMatch(/^[A-Z].*\.$/);
  });

  it('TripOfDeliveryError is a conflict that names the delivery', () => {
    const error = new errors.TripOfDeliveryError('delivery-1');
    expect(error).toMatchObject({ code: 'TRIP_OF_DELIVERY', kind: 'conflict', name: 'TripOfDeliveryError' });
    expect(error.details).toEqual({ deliveryId: 'delivery-1' });
  });
});
