import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { isWellFormed } from '@fleet/domain/shared/text';
import { emailKey } from './email';

export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 128;

export interface PasswordRules {
  /** The address of whoever will sign in with it. */
  readonly email: string;
  /** Whether everybody tries it first. */
  readonly isCommon: boolean;
}

/** Checks a new password in the field `field`. It is taken as typed: spaces around it are part of it. */
export function checkPassword(checks: FieldChecks, field: string, password: string, rules: PasswordRules): void {
  // In characters as people count them, not in the units that they are stored in.
  const { length } = [...password];
  if (length < PASSWORD_MIN_LENGTH || length > PASSWORD_MAX_LENGTH) {
    checks.fault(field, `must be ${PASSWORD_MIN_LENGTH} to ${PASSWORD_MAX_LENGTH} characters long`);
  } else if (!isWellFormed(password)) checks.fault(field, 'must be valid Unicode text');
  else if (rules.isCommon) checks.fault(field, 'must not be one of the commonest passwords');
  else if (emailKey(password) === emailKey(rules.email)) checks.fault(field, 'must not be the e-mail address');
}
