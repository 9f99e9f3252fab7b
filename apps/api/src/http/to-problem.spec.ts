import { DomainError } from '@fleet/domain/shared/domain-error';
import { TripNotFoundError, TripOfDeliveryError } from '@fleet/domain/trips/trip.errors';
import { problemBody } from './problem';
import { toProblem } from './to-problem';

class TalkativeError extends DomainError {
  readonly code = 'TALKATIVE';
  override readonly details = {
    allowed: ['Failed'],
    status: 200,
    code: 'OTHER',
    type: 'x',
    requestId: 'y',
    detail: 'z',
  };
}

const bodyOf = (error: Error) => problemBody(toProblem(error), '/api/trips', 'request-1');
const STANDARD = ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId'];

describe('the problem of a broken rule', () => {
  it('has its details as members of the document, behind the others', () => {
    const body = bodyOf(new TripOfDeliveryError('delivery-1'));
    expect(Object.keys(body)).toEqual([...STANDARD, 'deliveryId']);
    expect(body).toMatchObject({ status: 409, code: 'TRIP_OF_DELIVERY', deliveryId: 'delivery-1' });
  });

  it('has no others without', () => {
    expect(Object.keys(bodyOf(new TripNotFoundError()))).toEqual(STANDARD);
  });

  it('keeps its own members, whatever the details are called', () => {
    expect(bodyOf(new TalkativeError('No.'))).toEqual({
      type: 'urn:fleet:problem:talkative',
      title: 'Talkative',
      status: 400,
      detail: 'No.',
      instance: '/api/trips',
      code: 'TALKATIVE',
      requestId: 'request-1',
      allowed: ['Failed'],
    });
  });
});
