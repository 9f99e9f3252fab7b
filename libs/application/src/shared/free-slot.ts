import { FieldChecks } from '@fleet/domain/shared/field-checks';

/** From when to when somebody or something is wanted; the end is not part of it. */
export interface FreeSlot {
  readonly from: Date;
  readonly to: Date;
}

/** The slot that is asked for; undefined when none is. @throws InvalidFieldsError when it is half a slot, or none */
export function freeSlot(from: Date | undefined, to: Date | undefined): FreeSlot | undefined {
  if (!from && !to) return undefined;
  const checks = new FieldChecks();
  if (!from) checks.fault('from', 'is required together with to');
  else if (!to) checks.fault('to', 'is required together with from');
  else if (from >= to) checks.fault('to', 'must be after from');
  checks.done();
  return { from: from!, to: to! };
}
