import { later } from '@fleet/tests/builders/later';
import { NOW } from '@fleet/tests/builders/moments';
import { liveDeliveryView } from './live-delivery.view';
import { RoadDelivery } from './road.queries';

const at = (minutes: number) => later(NOW, minutes).toISOString();
const MINUTE_MS = 60_000;

/** One whose two checkpoints are planned an hour apart, the first one so many minutes from now. */
function delivery(first: number, fields: Partial<RoadDelivery> = {}): RoadDelivery {
  const stop = { location: 'Stop', latitude: null, longitude: null, earliest: null, latest: null };
  const plan = [first, first + 60].map((minutes, index) => ({ ...stop, sequence: index + 1, expectedAt: at(minutes) }));
  return {
    id: 'd',
    reference: null,
    status: 'InTransit',
    priority: 'Normal',
    vehicleId: 'v',
    driverId: 'r',
    customerName: 'Ana',
    promisedBy: null,
    delayMinutes: null,
    route: { id: 'route', name: 'North', scheduledStart: at(first - 60), scheduledEnd: at(first + 60) },
    plan,
    reached: [],
    ...fields,
  };
}

const reached = (sequence: number, delayMinutes: number, reachedAt = NOW) => {
  return { sequence, delayMinutes, reachedAt: reachedAt.toISOString(), outsideWindow: false };
};

/** Minutes from now at which the checkpoints ahead, and the end, are expected. */
function estimates(given: RoadDelivery): { ahead: number[]; end: number; isLate: boolean } {
  const { checkpointsAhead, estimatedEnd, isLate } = liveDeliveryView(given, NOW);
  const minutes = (instant: string) => (Date.parse(instant) - NOW.getTime()) / MINUTE_MS;
  return { ahead: checkpointsAhead.map(({ estimatedAt }) => minutes(estimatedAt)), end: minutes(estimatedEnd), isLate };
}

describe('what is to be expected of a delivery on the road', () => {
  it('is the plan before the first checkpoint, while that is still ahead', () => {
    expect(estimates(delivery(10))).toEqual({ ahead: [10, 70], end: 70, isLate: false });
  });

  it('moves on with now when the first checkpoint is overdue', () => {
    expect(estimates(delivery(-20))).toEqual({ ahead: [0, 60], end: 60, isLate: true });
  });

  it('is the plan, shifted by the delay at the furthest checkpoint', () => {
    const late = delivery(-30, { reached: [reached(1, 25)], delayMinutes: 25 });
    expect(estimates(late)).toEqual({ ahead: [55], end: 55, isLate: true });
    const early = delivery(20, { reached: [reached(1, -25)], delayMinutes: -25 });
    expect(estimates(early)).toEqual({ ahead: [55], end: 55, isLate: false });
  });

  it('is never in the past, however little it was late before', () => {
    const stuck = delivery(-90, { reached: [reached(1, 5)], delayMinutes: 5 });
    expect(estimates(stuck)).toEqual({ ahead: [0], end: 0, isLate: true });
  });

  it('is now when everything is reached', () => {
    const last = delivery(-90, {
      reached: [reached(1, 0), reached(2, -10)],
      delayMinutes: -10,
      status: 'OutForDelivery',
    });
    expect(estimates(last)).toEqual({ ahead: [], end: 0, isLate: true });
  });

  it('is late against what was promised, where something was', () => {
    expect(estimates(delivery(-20, { promisedBy: at(60) })).isLate).toBe(false);
    expect(estimates(delivery(-20, { promisedBy: at(59) })).isLate).toBe(true);
    expect(estimates(delivery(10, { promisedBy: at(69) })).isLate).toBe(true);
  });
});
