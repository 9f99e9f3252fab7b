import { DeliveryBuilder, PROOF } from '@fleet/tests/builders/delivery.builder';
import { NOW } from '@fleet/tests/builders/moments';
import { Delivery } from './delivery';
import { InvalidDeliveryTransitionError } from './delivery.errors';
import { DELIVERY_STATUSES, DeliveryStatus, isOnRoad, isOpen } from './delivery-status';

/** As the product is described, and not as the code has it. */
const ALLOWED: Record<DeliveryStatus, DeliveryStatus[]> = {
  PickedUp: ['InTransit', 'Failed', 'Cancelled'],
  InTransit: ['OutForDelivery', 'Failed', 'Cancelled'],
  OutForDelivery: ['Delivered', 'Failed'],
  Delivered: [],
  Failed: ['PickedUp'],
  Cancelled: [],
};

const STEP: Record<DeliveryStatus, (delivery: Delivery) => void> = {
  PickedUp: (delivery) => delivery.retry(NOW),
  InTransit: (delivery) => delivery.goInTransit('t1', NOW),
  OutForDelivery: (delivery) => delivery.goOutForDelivery({ checkpoints: [] }, NOW),
  Delivered: (delivery) => delivery.deliver(0, NOW),
  Failed: (delivery) => delivery.fail({ reason: 'Other' }, NOW),
  Cancelled: (delivery) => delivery.cancel({ reason: 'Other' }, NOW),
};

const PAIRS = DELIVERY_STATUSES.flatMap((from) =>
  DELIVERY_STATUSES.map((to) => [from, to, ALLOWED[from].includes(to)] as const),
);

/** With a proof where there can be one, so that nothing but the step itself is asked. */
function deliveryIn(status: DeliveryStatus): Delivery {
  const builder = new DeliveryBuilder().in(status);
  return (status === 'OutForDelivery' ? builder.then((one) => one.captureProof(PROOF, NOW)) : builder).build();
}

function refusalOf(work: () => void): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
}

describe('a step of a delivery', () => {
  it.each(PAIRS.filter(([, , isAllowed]) => isAllowed))('goes from %s to %s', (from, to) => {
    const delivery = deliveryIn(from);
    STEP[to](delivery);
    expect(delivery.snapshot()).toMatchObject({ status: to, version: delivery.storedVersion + 1 });
  });

  it.each(PAIRS.filter(([, , isAllowed]) => !isAllowed))('does not go from %s to %s', (from, to) => {
    const delivery = deliveryIn(from);
    const refusal = refusalOf(() => STEP[to](delivery));
    expect(refusal).toBeInstanceOf(InvalidDeliveryTransitionError);
    expect(refusal).toMatchObject({ code: 'INVALID_DELIVERY_TRANSITION', details: { allowed: ALLOWED[from] } });
    expect((refusal as Error).message).toContain(`from ${from} to ${to}`);
    expect(delivery.hasChanged).toBe(false);
  });

  it('is asked before anything else about it', () => {
    const delivered = deliveryIn('Delivered');
    expect(() => delivered.fail({}, NOW)).toThrow(InvalidDeliveryTransitionError);
    expect(() => delivered.cancel({ distance: -1 }, NOW)).toThrow(InvalidDeliveryTransitionError);
    expect(() => delivered.deliver(-1, NOW)).toThrow(InvalidDeliveryTransitionError);
    expect(() => delivered.mayLeave(['d2'])).toThrow(InvalidDeliveryTransitionError);
  });
});

it('a delivery is open, and on the road, in these statuses alone', () => {
  expect(DELIVERY_STATUSES.filter(isOpen)).toEqual(['PickedUp', 'InTransit', 'OutForDelivery']);
  expect(DELIVERY_STATUSES.filter(isOnRoad)).toEqual(['InTransit', 'OutForDelivery']);
  expect(DELIVERY_STATUSES.filter((status) => deliveryIn(status).isOnRoad)).toEqual(['InTransit', 'OutForDelivery']);
});
