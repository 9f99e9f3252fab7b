import { DeliveryStatus } from '@fleet/domain/deliveries/delivery-status';
import { RouteStatus } from '@fleet/domain/routes/route-status';

/** How many deliveries there are of each status, and of all together. */
export type DeliveryTally = Readonly<Record<DeliveryStatus | 'total', number>>;

/** How it stands with the deliveries of a route. Instants are ISO 8601 in UTC. */
export interface RouteOverview {
  readonly id: string;
  readonly name: string;
  readonly status: RouteStatus;
  readonly scheduledStart: string;
  /** When the last checkpoint is expected; null without one. */
  readonly scheduledEnd: string | null;
  /** How many there are. */
  readonly checkpoints: number;
  readonly deliveries: DeliveryTally;
  /** The share that is delivered of those that are not cancelled, from 0 to 1; null without any. */
  readonly progress: number | null;
  /** How many were promised for an earlier instant than now and are still open, or were delivered too late. */
  readonly late: number;
  /** How many minutes behind the plan the last of those on the road is; null when none has reached a checkpoint. */
  readonly worstDelayMinutes: number | null;
}

/** In steps of a hundredth that are rounded down: 1 is all of them. */
export function progressOf({ total, Delivered, Cancelled }: DeliveryTally): number | null {
  const wanted = total - Cancelled;
  return wanted === 0 ? null : Math.floor((Delivered * 100) / wanted) / 100;
}
