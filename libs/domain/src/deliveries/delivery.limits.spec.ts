import { CHECKPOINT, DeliveryBuilder, PROOF } from '@fleet/tests/builders/delivery.builder';
import { faultsOf } from '@fleet/tests/builders/faults';
import { EARLIER, NOW } from '@fleet/tests/builders/moments';
import * as errors from './delivery.errors';
import { DELIVERY_STATUSES, isOpen } from './delivery-status';
import { IncidentReport, MAX_INCIDENTS } from './incident';
import { MAX_PROOFS } from './proof';

const DAY_MS = 24 * 60 * 60 * 1000;
const REPORT: IncidentReport = { type: 'Other', severity: 'Low', description: 'A scratch' };
const FILE = { id: 'f1', kind: 'photo', mediaType: 'image/png', size: 1, sha256: 'a' } as const;

it(`a delivery has ${MAX_INCIDENTS} incidents at most, resolved ones among them`, () => {
  const delivery = new DeliveryBuilder().build();
  for (let number = 1; number <= MAX_INCIDENTS; number++) {
    delivery.reportIncident(`i${number}`, REPORT, NOW);
    delivery.resolveIncident(`i${number}`, 'Polished', NOW);
  }
  expect(() => delivery.reportIncident('more', REPORT, NOW)).toThrow(errors.TooManyIncidentsError);
  expect(delivery.snapshot().incidents).toHaveLength(MAX_INCIDENTS);
});

it(`its proof is captured ${MAX_PROOFS} times at most`, () => {
  const delivery = new DeliveryBuilder().outForDelivery().build();
  for (let number = 1; number <= MAX_PROOFS; number++) delivery.captureProof(PROOF, NOW);
  expect(() => delivery.mayBeProved()).toThrow(errors.TooManyProofsError);
  expect(() => delivery.captureProof(PROOF, NOW)).toThrow(errors.TooManyProofsError);
  expect(delivery.snapshot().earlierProofs).toHaveLength(MAX_PROOFS - 1);
});

it('a checkpoint is reached no more than a day before the delivery left', () => {
  const delivery = new DeliveryBuilder().inTransit().build();
  const first = new Date(delivery.snapshot().leftAt!.getTime() - DAY_MS);
  const tooEarly = () => delivery.reachCheckpoint(CHECKPOINT, new Date(first.getTime() - 1), NOW);
  expect(faultsOf(tooEarly)).toEqual([`reachedAt must not be before ${first.toISOString()}`]);
  delivery.reachCheckpoint(CHECKPOINT, first, NOW);
  expect(delivery.snapshot().reached).toHaveLength(1);
});

describe('a customer', () => {
  it.each(DELIVERY_STATUSES)('is forgotten when the delivery is over, and not before: %s', (status) => {
    const delivery = new DeliveryBuilder().in(status).build();
    if (isOpen(status)) expect(() => delivery.erase(NOW)).toThrow(errors.DeliveryOpenError);
    else delivery.erase(NOW);
    const { customerName, erasedAt } = delivery.snapshot();
    expect([customerName === null, erasedAt]).toEqual(isOpen(status) ? [false, null] : [true, NOW]);
  });

  it('leaves no name, number, address, proof nor file behind, and is forgotten once', () => {
    const captured = { ...PROOF, notes: 'n', code: 'c', scannedValue: 's', files: [FILE], fileKeys: '{"f1":"k"}' };
    const delivery = new DeliveryBuilder()
      .outForDelivery()
      .then((one) => one.captureProof(captured, EARLIER))
      .then((one) => one.captureProof(captured, EARLIER))
      .then((one) => one.deliver(0, NOW))
      .build();
    expect(delivery.proofFiles).toEqual(['f1', 'f1']);
    delivery.erase(NOW);
    delivery.erase(new Date(NOW.getTime() + 1));
    const nothing = { receivedBy: null, notes: null, code: null, scannedValue: null, fileKeys: null, files: [] };
    expect(delivery.snapshot()).toMatchObject({
      customerName: null,
      customerPhone: null,
      customerAddress: null,
      proof: { ...nothing, capturedAt: EARLIER },
      earlierProofs: [nothing],
      status: 'Delivered',
    });
    expect(delivery.proofFiles).toEqual([]);
    expect(delivery.events.map(({ type }) => type)).toEqual(['DeliveryErased']);
  });

  it('who was forgotten is not tried again', () => {
    const delivery = new DeliveryBuilder().in('Failed').build();
    delivery.erase(NOW);
    expect(() => delivery.retry(NOW)).toThrow(errors.DeliveryErasedError);
  });
});
