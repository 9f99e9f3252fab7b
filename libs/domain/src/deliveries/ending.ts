import { FieldChecks } from '@fleet/domain/shared/field-checks';

export const NOTES_MAX_LENGTH = 500;

/** Kilometres of one delivery: what a trip may have. */
export const DELIVERY_DISTANCE_MAX = 100_000;

/** How an attempt ends before its time. */
export interface Ending<Reason> {
  readonly reason: Reason;
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

/** @throws InvalidFieldsError */
export function checkEnding<Reason>({ reason, notes, distance }: Ending<Reason>): EndingPayload<Reason> {
  const checks = new FieldChecks();
  const checked = {
    reason,
    notes: checks.optionalText('notes', notes, NOTES_MAX_LENGTH),
    distance: checks.wholeNumber('distance', distance ?? 0, 0, DELIVERY_DISTANCE_MAX),
  };
  checks.done();
  return checked;
}
