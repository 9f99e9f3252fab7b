import { FieldChecks } from '@fleet/domain/shared/field-checks';

export const MODEL_MAX_LENGTH = 100;
export const FIRST_YEAR = 1900;

/** The most kilometres that a person may type in. Trips carry a vehicle beyond it. */
export const TYPED_MILEAGE_MAX = 9_999_999;

export function model(checks: FieldChecks, value: string): string {
  return checks.text('model', value, MODEL_MAX_LENGTH);
}

/** 1900 to next year, because next year's models are sold this year. The year turns at midnight UTC. */
export function year(checks: FieldChecks, value: number, now: Date): number {
  return checks.wholeNumber('year', value, FIRST_YEAR, now.getUTCFullYear() + 1);
}

/** Whole kilometres, as a person types them in. */
export function typedMileage(checks: FieldChecks, value: number): number {
  return checks.wholeNumber('mileage', value, 0, TYPED_MILEAGE_MAX);
}
