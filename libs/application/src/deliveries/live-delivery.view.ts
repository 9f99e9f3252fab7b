import { DeliveryView } from './delivery.view';
import { RoadDelivery, RoadRoute } from './road.queries';
import { shiftOf, shifted } from './road-estimate';

/** A checkpoint ahead, as it was planned and as it is to be expected. Instants are ISO 8601 in UTC. */
export interface CheckpointAheadView {
  readonly sequence: number;
  readonly location: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly expectedAt: string;
  readonly estimatedAt: string;
}

/** Where a delivery on the road is, and what is to be expected of it. Instants are ISO 8601 in UTC. */
export interface LiveDeliveryView extends Pick<DeliveryView, 'reference' | 'status' | 'priority' | 'promisedBy'> {
  readonly deliveryId: string;
  readonly vehicleId: string;
  readonly driverId: string;
  readonly customerName: string | null;
  readonly route: RoadRoute;
  /** At the checkpoint furthest along the route that was reached. */
  readonly delayMinutes: number | null;
  readonly checkpointsReached: DeliveryView['checkpoints'];
  readonly checkpointsAhead: readonly CheckpointAheadView[];
  readonly estimatedEnd: string;
  /** As it is to be expected: after what was promised or, where nothing was, after the end of the plan. */
  readonly isLate: boolean;
}

export function liveDeliveryView(delivery: RoadDelivery, now: Date): LiveDeliveryView {
  const { id, plan, reached, route, delayMinutes, promisedBy, ...same } = delivery;
  const passed = new Set(reached.map(({ sequence }) => sequence));
  const ahead = plan.filter(({ sequence }) => !passed.has(sequence));
  const scheduledEnd = new Date(route.scheduledEnd);
  // One that was passed over says nothing of how late what is behind the furthest one will be.
  const furthest = Math.max(0, ...passed);
  const next = ahead.filter(({ sequence }) => sequence > furthest);
  const expected = next.map(({ expectedAt }) => ({ expectedAt: new Date(expectedAt) }));
  const shift = shiftOf({ delayMinutes, ahead: expected, scheduledEnd }, now);
  const estimatedEnd = shifted(scheduledEnd, shift);
  return {
    deliveryId: id,
    ...same,
    route,
    promisedBy,
    delayMinutes,
    checkpointsReached: reached,
    checkpointsAhead: ahead.map(({ sequence, location, latitude, longitude, expectedAt }) => ({
      sequence,
      location,
      latitude,
      longitude,
      expectedAt,
      estimatedAt: shifted(new Date(expectedAt), shift).toISOString(),
    })),
    estimatedEnd: estimatedEnd.toISOString(),
    isLate: estimatedEnd > new Date(promisedBy ?? route.scheduledEnd),
  };
}
