import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { coordinates, Coordinates } from '@fleet/domain/shared/place';

export const LOCATION_MAX_LENGTH = 255;
export const MAX_CHECKPOINTS = 100;

/** A place that a route passes, and when. */
export interface Checkpoint extends Coordinates {
  /** Its place in the route: 1, 2, 3 … without a gap. */
  readonly sequence: number;
  readonly location: string;
  readonly expectedAt: Date;
  /** The window, whose two ends are in it; null is open. */
  readonly earliest: Date | null;
  readonly latest: Date | null;
}

/** A checkpoint as a planner describes it. */
export interface CheckpointDetails {
  /** Among several that are given together; without it they are taken in the order in which they are given. */
  readonly sequence?: number | null | undefined;
  readonly location: string;
  readonly latitude?: number | null | undefined;
  readonly longitude?: number | null | undefined;
  readonly expectedAt: Date;
  readonly earliest?: Date | null | undefined;
  readonly latest?: Date | null | undefined;
}

/** All the checkpoints of a route, in the order of their sequences. */
export function checkpointsOf(checks: FieldChecks, given: readonly CheckpointDetails[]): Checkpoint[] {
  if (given.length > MAX_CHECKPOINTS) checks.fault('checkpoints', `must be at most ${MAX_CHECKPOINTS}`);
  const places = given.map(({ sequence }, index) => sequence ?? index + 1);
  const isComplete = new Set(places).size === given.length && places.every((place) => given[place - 1] !== undefined);
  if (!isComplete) checks.fault('checkpoints', `must have the sequences 1 to ${given.length}, each once, or none`);
  const checked = given.map((one, index) => ({
    ...checkpoint(checks, one, `checkpoints[${index}].`),
    sequence: places[index]!,
  }));
  return checked.sort((one, other) => one.sequence - other.sequence);
}

/** What a checkpoint says of itself alone; how it stands among others is the route's to judge. */
export function checkpoint(checks: FieldChecks, given: CheckpointDetails, prefix = ''): Omit<Checkpoint, 'sequence'> {
  const instant = (field: 'earliest' | 'latest') => given[field] && checks.instant(`${prefix}${field}`, given[field]);
  const details = {
    location: checks.text(`${prefix}location`, given.location, LOCATION_MAX_LENGTH),
    ...coordinates(checks, given, prefix),
    expectedAt: checks.instant(`${prefix}expectedAt`, given.expectedAt),
    earliest: instant('earliest') ?? null,
    latest: instant('latest') ?? null,
  };
  const { expectedAt, earliest, latest } = details;
  if (earliest && earliest > expectedAt) checks.fault(`${prefix}earliest`, 'must not be after expectedAt');
  if (latest && latest < expectedAt) checks.fault(`${prefix}latest`, 'must not be before expectedAt');
  return details;
}

/** The checkpoints with their places in the route, in this order. */
export function numbered(checkpoints: readonly Omit<Checkpoint, 'sequence'>[]): Checkpoint[] {
  return checkpoints.map((one, index) => ({ ...one, sequence: index + 1 }));
}

/** Whether the times rise from the start on, from checkpoint to checkpoint. */
export function areInOrder(start: Date, checkpoints: readonly Checkpoint[]): boolean {
  const times = [start, ...checkpoints.map(({ expectedAt }) => expectedAt)];
  return times.every((time, index) => index === 0 || times[index - 1]! < time);
}
