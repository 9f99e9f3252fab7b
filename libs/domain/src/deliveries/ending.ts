import { FieldChecks } from '@fleet/domain/shared/field-checks';

export const NOTES_MAX_LENGTH = 500;

/** Kilometres of one delivery: what a trip may have. */
export const DELIVERY_DISTANCE_MAX = 100_000;

/** How an attempt ends before its time. */
export interface Ending {
  /** One of those that this ending has. */
  readonly reason?: string | null | undefined;
  readonly notes?: string | null | undefined;
  /** Kilometres that were driven until then; 0 unless it says otherwise. */
  readonly distance?: number | null | undefined;
}

/** What an event says of how an attempt ended. */
export interface EndingPayload<Reason> {
  reason: Reason;
  notes: string | null;
  distance: number;
}

/** @throws InvalidFieldsError */
export function checkDistance(distance: number | null | undefined): number {
  const checks = new FieldChecks();
  const checked = checks.wholeNumber('distance', distance ?? 0, 0, DELIVERY_DISTANCE_MAX);
  checks.done();
  return checked;
}

/** @param reasons those that this ending has @throws InvalidFieldsError */
export function checkEnding<Reason extends string>(
  { reason, notes, distance }: Ending,
  reasons: readonly Reason[],
): EndingPayload<Reason> {
  const checks = new FieldChecks();
  const known = reasons.find((one) => one === reason);
  if (known === undefined) checks.fault('reason', reason ? `must be one of ${reasons.join(', ')}` : 'is required');
  const checked = {
    reason: known!,
    notes: checks.optionalText('notes', notes, NOTES_MAX_LENGTH),
    distance: checks.wholeNumber('distance', distance ?? 0, 0, DELIVERY_DISTANCE_MAX),
  };
  checks.done();
  return checked;
}
