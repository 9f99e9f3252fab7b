import { FieldChecks } from '@fleet/domain/shared/field-checks';

export const EMAIL_MAX_LENGTH = 254;

// As browsers check an e-mail field, with a point in the domain besides.
const EMAIL =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i;

/** What two spellings of one address have in common: it is unique whatever the case. */
export function emailKey(value: string): string {
  return value.trim().toLowerCase();
}

/** Reads the field `email`: an address of at most 254 characters, kept as typed. */
export function email(checks: FieldChecks, value: string): string {
  const clean = checks.text('email', value, EMAIL_MAX_LENGTH);
  if (clean !== '' && clean.length <= EMAIL_MAX_LENGTH && !EMAIL.test(clean)) {
    checks.fault('email', 'must be an e-mail address');
  }
  return clean;
}
