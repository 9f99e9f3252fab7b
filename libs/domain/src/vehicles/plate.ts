import { FieldChecks } from '@fleet/domain/shared/field-checks';

const PLATE_MAX_LENGTH = 10;

// Tested before upper-casing: that would turn ß into SS and ı into I, and let them through.
const PLATE = /^[A-Za-z0-9-]+$/;

/** A plate as it is kept and looked up, trimmed and in upper case; null for a text that is no plate. */
export function parsePlate(text: string): string | null {
  const clean = text.trim();
  return clean.length <= PLATE_MAX_LENGTH && PLATE.test(clean) ? clean.toUpperCase() : null;
}

/** Reads the field `plate`: 1 to 10 of A–Z, 0–9 and hyphen, in either case. */
export function plate(checks: FieldChecks, value: string): string {
  const clean = checks.text('plate', value, PLATE_MAX_LENGTH);
  if (clean !== '' && !PLATE.test(clean)) checks.fault('plate', 'must consist of letters A-Z, digits and hyphens');
  return clean.toUpperCase();
}
