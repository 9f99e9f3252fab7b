import { CHECKPOINT, DeliveryBuilder, PROOF } from '@fleet/tests/builders/delivery.builder';
import { faultsOf } from '@fleet/tests/builders/faults';
import { EARLIER, NOW } from '@fleet/tests/builders/moments';
import * as errors from './delivery.errors';
import { CANCELLATION_REASONS, FAILURE_REASONS } from './delivery-terms';
import { Ending } from './ending';

const LATER = new Date(NOW.getTime() + 1);
const SECOND = { ...CHECKPOINT, sequence: 2 };

function detailsOf(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return (error as errors.ProofRequiredError).details;
  }
  throw new Error('It was not refused.');
}

describe('leaving', () => {
  it('needs a vehicle and a driver, and nobody to wait for', () => {
    const crew = { vehicleId: 'v1', driverId: 'p1' };
    expect(new DeliveryBuilder().assignedTo(crew).build().mayLeave([])).toEqual(crew);
    for (const missing of [{ vehicleId: null }, { driverId: null }]) {
      const delivery = new DeliveryBuilder().assignedTo(missing).build();
      expect(() => delivery.mayLeave(['d2'])).toThrow(errors.DeliveryNotAssignedError);
    }
    const waiting = new DeliveryBuilder().build();
    expect(() => waiting.mayLeave(['d2', 'd3'])).toThrow(errors.DependencyNotMetError);
    expect(detailsOf(() => waiting.mayLeave(['d2', 'd3']))).toEqual({ waitingFor: ['d2', 'd3'] });
  });

  it('remembers the trip', () => {
    const delivery = new DeliveryBuilder().build();
    delivery.goInTransit('t1', NOW);
    expect(delivery.snapshot()).toMatchObject({ tripId: 't1', status: 'InTransit', updatedAt: NOW });
    expect(delivery.events).toMatchObject([{ type: 'DeliveryWentInTransit', previous: { tripId: null } }]);
  });
});

describe('reaching a checkpoint', () => {
  it('records when, and how late', () => {
    const delivery = new DeliveryBuilder().inTransit().build();
    delivery.reachCheckpoint(CHECKPOINT, EARLIER, NOW);
    const reached = { sequence: 1, reachedAt: EARLIER, delayMinutes: -60, outsideWindow: true };
    expect(delivery.snapshot()).toMatchObject({ reached: [reached], delayMinutes: -60 });
    expect(delivery.events).toMatchObject([
      { type: 'DeliveryCheckpointReached', occurredAt: NOW, payload: { ...reached, reachedAt: EARLIER.toISOString() } },
    ]);
  });

  it('changes nothing the second time, wherever the delivery is by then', () => {
    for (const builder of [
      new DeliveryBuilder().inTransit().then((one) => one.reachCheckpoint(CHECKPOINT, EARLIER, NOW)),
      new DeliveryBuilder().outForDelivery(),
      new DeliveryBuilder().delivered(),
    ]) {
      const delivery = builder.build();
      delivery.reachCheckpoint(CHECKPOINT, NOW, NOW);
      expect(delivery.hasChanged).toBe(false);
    }
  });

  it('takes them in any order, and keeps the delay of the furthest one', () => {
    const delivery = new DeliveryBuilder().inTransit().build();
    delivery.reachCheckpoint(SECOND, NOW, NOW);
    delivery.reachCheckpoint(CHECKPOINT, EARLIER, NOW);
    expect(delivery.snapshot().reached.map(({ sequence }) => sequence)).toEqual([2, 1]);
    expect(delivery.snapshot().delayMinutes).toBe(0);
  });

  it('is not in the future, and in transit alone', () => {
    const delivery = new DeliveryBuilder().inTransit().build();
    const future = () => delivery.reachCheckpoint(CHECKPOINT, LATER, NOW);
    expect(faultsOf(future)).toEqual(['reachedAt must not be in the future']);
    for (const status of ['PickedUp', 'OutForDelivery', 'Delivered', 'Failed', 'Cancelled'] as const) {
      const elsewhere = new DeliveryBuilder().in(status).build();
      expect(() => elsewhere.reachCheckpoint(SECOND, NOW, NOW)).toThrow(errors.DeliveryNotInTransitError);
    }
  });

  it('is needed of all of them before it goes out for delivery', () => {
    const delivery = new DeliveryBuilder().inTransit().build();
    const checkpoints = [CHECKPOINT, SECOND, { ...CHECKPOINT, sequence: 3 }];
    delivery.reachCheckpoint(SECOND, NOW, NOW);
    const go = () => delivery.goOutForDelivery({ checkpoints }, NOW);
    expect(go).toThrow(errors.CheckpointsNotReachedError);
    expect(detailsOf(go)).toEqual({ missing: [1, 3] });
    for (const checkpoint of checkpoints) delivery.reachCheckpoint(checkpoint, NOW, NOW);
    go();
    expect(delivery.status).toBe('OutForDelivery');
  });
});

describe('delivering', () => {
  const out = (builder = new DeliveryBuilder()) => builder.outForDelivery().build();

  it('needs a proof, even where it need not show anything', () => {
    const deliver = () => out().deliver(1, NOW);
    expect(deliver).toThrow(errors.ProofRequiredError);
    expect(detailsOf(deliver)).toEqual({ missing: [] });
  });

  it('says what the proof does not show', () => {
    const delivery = out(new DeliveryBuilder().with({ requirements: ['code', 'photo', 'notes'] }));
    expect(detailsOf(() => delivery.deliver(1, NOW))).toEqual({ missing: ['photo', 'code', 'notes'] });
    delivery.captureProof({ ...PROOF, code: '4711' }, NOW);
    expect(detailsOf(() => delivery.deliver(1, NOW))).toEqual({ missing: ['photo', 'notes'] });
  });

  it.each<[number | null | undefined, number]>([
    [undefined, 0],
    [null, 0],
    [0, 0],
    [100_000, 100_000],
  ])('takes a distance of %s', (given, distance) => {
    const delivery = out();
    delivery.captureProof(PROOF, NOW);
    delivery.deliver(given, NOW);
    expect(delivery.snapshot()).toMatchObject({ distance, deliveredAt: NOW, lateMinutes: null });
  });

  it.each([-1, 100_001, 1.5, NaN])('refuses a distance of %s before it asks for the proof', (distance) => {
    expect(faultsOf(() => out().deliver(distance, NOW))).toHaveLength(1);
  });

  it.each([
    [0, 0],
    [1, -0],
    [-1, 1],
    [-60_000, 1],
    [60_000, -1],
  ])('promised %i ms later is late by %i minutes', (milliseconds, minutes) => {
    const promisedBy = new Date(NOW.getTime() + milliseconds);
    const delivery = new DeliveryBuilder().with({ promisedBy }).delivered().build();
    expect(delivery.snapshot().lateMinutes).toBe(minutes + 0);
  });
});

describe.each([
  ['failing', 'Failed', FAILURE_REASONS, 'Duplicate'],
  ['cancelling', 'Cancelled', CANCELLATION_REASONS, 'Refused'],
] as const)('%s', (_, status, reasons, foreign) => {
  const end = (ending: Ending, builder = new DeliveryBuilder().inTransit()) => {
    const delivery = builder.build();
    if (status === 'Failed') delivery.fail(ending, NOW);
    else delivery.cancel(ending, NOW);
    return delivery.snapshot();
  };

  it.each(reasons.map((reason) => [reason]))('takes the reason %s', (reason) => {
    const ending = { reason, notes: ' why ', distance: 7 };
    expect(end(ending)).toMatchObject({ status, reason, notes: 'why', distance: 7 });
    expect(end({ reason })).toMatchObject({ status, reason, notes: null, distance: 0 });
  });

  it('drives nothing without a trip', () => {
    expect(end({ reason: 'Other', distance: 7 }, new DeliveryBuilder())).toMatchObject({ distance: 0, tripId: null });
  });

  it.each<[Ending, string[]]>([
    [{}, ['reason is required']],
    [{ reason: null }, ['reason is required']],
    [{ reason: '' }, ['reason is required']],
    [{ reason: foreign }, [`reason must be one of ${reasons.join(', ')}`]],
    [{ reason: 'toString' }, [`reason must be one of ${reasons.join(', ')}`]],
    [{ reason: 'Other', notes: 'x'.repeat(500) }, []],
    [{ reason: 'Other', notes: 'x'.repeat(501) }, ['notes must be at most 500 characters long']],
    [{ reason: 'Other', distance: 100_000 }, []],
    [{ reason: 'Other', distance: 100_001 }, ['distance must be between 0 and 100000']],
    [{ reason: 'Other', distance: 0.5 }, ['distance must be a whole number']],
    [{ distance: -1 }, ['reason is required', 'distance must be between 0 and 100000']],
  ])('judges %j', (ending, faults) => {
    expect(faultsOf(() => end(ending))).toEqual(faults);
    expect(faultsOf(() => end(ending, new DeliveryBuilder()))).toEqual(faults);
  });
});

describe('retrying', () => {
  it('begins another attempt with nothing of the one before but its incidents and its proofs', () => {
    const incident = { type: 'Traffic', severity: 'Low', description: 'Queue' } as const;
    const delivery = new DeliveryBuilder()
      .with({ reference: 'NF-1' })
      .outForDelivery()
      .then((one) => one.reportIncident('i1', incident, NOW))
      .then((one) => one.captureProof(PROOF, NOW))
      .then((one) => one.fail({ reason: 'Refused', notes: 'No', distance: 9 }, NOW))
      .build();
    const { proof } = delivery.snapshot();
    delivery.retry(LATER);
    expect(delivery.snapshot()).toMatchObject({
      status: 'PickedUp',
      attempt: 2,
      reference: 'NF-1',
      ...{ vehicleId: null, driverId: null, tripId: null, reached: [], proof: null, reason: null, notes: null },
      ...{ distance: null, delayMinutes: null, deliveredAt: null, lateMinutes: null },
      incidents: [{ id: 'i1' }],
      earlierProofs: [proof],
      updatedAt: LATER,
    });
  });
});
