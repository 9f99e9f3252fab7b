import { FieldChecks } from '@fleet/domain/shared/field-checks';

export const PHONE_MAX_LENGTH = 25;

const PHONE = /^[0-9 +()-]+$/;
const FEWEST_DIGITS = 8;
const MOST_DIGITS = 15;

/** Reads a telephone number: digits, spaces and `+ - ( )`, with 8 to 15 digits among them, kept as typed. */
export function phone(checks: FieldChecks, value: string, field = 'phone'): string {
  const clean = checks.text(field, value, PHONE_MAX_LENGTH);
  if (clean === '') return clean;
  const digits = clean.replace(/[^0-9]/g, '').length;
  if (!PHONE.test(clean)) checks.fault(field, 'must consist of digits, spaces, +, -, ( and )');
  else if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) {
    checks.fault(field, `must have ${FEWEST_DIGITS} to ${MOST_DIGITS} digits`);
  }
  return clean;
}
