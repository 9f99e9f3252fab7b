import { RouteId } from '@fleet/domain/routes/route-id';
import { LAST_INSTANT } from '@fleet/domain/shared/field-checks';

/** When and where a delivery's route is to pass. */
export interface PlannedCheckpoint {
  readonly sequence: number;
  readonly expectedAt: Date;
  readonly earliest: Date | null;
  readonly latest: Date | null;
}

/** What a delivery asks of its route. */
export interface PlannedRoute {
  readonly id: RouteId;
  readonly status: string;
  readonly scheduledStart: Date;
  readonly scheduledEnd: Date | null;
  readonly checkpoints: readonly PlannedCheckpoint[];
}

/** A checkpoint that a delivery has passed. */
export interface ReachedCheckpoint {
  readonly sequence: number;
  readonly reachedAt: Date;
  /** Minutes behind the expected time; before it they are negative. */
  readonly delayMinutes: number;
  /** Before the window began, or after it ended. */
  readonly outsideWindow: boolean;
}

const MINUTE_MS = 60_000;

// What an int column holds. Between the first year and the last there are more minutes.
const MOST_MINUTES = 2 ** 31 - 1;

/** Whole minutes from `expected` to `actual`; one that has begun counts as late, and only whole ones as early. */
export function minutesLate(expected: Date, actual: Date): number {
  const minutes = Math.ceil((actual.getTime() - expected.getTime()) / MINUTE_MS);
  return Math.min(Math.max(minutes, -MOST_MINUTES), MOST_MINUTES) + 0; // -0 becomes 0
}

export function reach({ sequence, expectedAt, earliest, latest }: PlannedCheckpoint, at: Date): ReachedCheckpoint {
  const outsideWindow = (earliest !== null && at < earliest) || (latest !== null && at > latest);
  return { sequence, reachedAt: at, delayMinutes: minutesLate(expectedAt, at), outsideWindow };
}

/** From when to when whoever is assigned is held; the end is not part of it. */
export interface Slot {
  readonly slotStart: Date;
  readonly slotEnd: Date;
}

/** @param bufferMinutes that a vehicle and a driver are held beyond the end of the route */
export function slotOf({ scheduledStart, scheduledEnd }: PlannedRoute, bufferMinutes: number): Slot {
  const end = (scheduledEnd ?? scheduledStart).getTime() + bufferMinutes * MINUTE_MS;
  return { slotStart: scheduledStart, slotEnd: new Date(Math.min(end, LAST_INSTANT)) };
}
