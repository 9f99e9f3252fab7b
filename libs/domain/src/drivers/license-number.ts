import { FieldChecks } from '@fleet/domain/shared/field-checks';

export const LICENSE_NUMBER_MAX_LENGTH = 20;

/** What two spellings of one licence number have in common: it is unique whatever the case. */
export function licenseNumberKey(value: string): string {
  return value.trim().toUpperCase();
}

/** Reads the field `licenseNumber`: 1 to 20 characters, kept as typed. */
export function licenseNumber(checks: FieldChecks, value: string): string {
  return checks.text('licenseNumber', value, LICENSE_NUMBER_MAX_LENGTH);
}
