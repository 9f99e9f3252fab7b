import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { isCalendarDate } from './recurrence-parts';

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d$/;
const [FIRST_YEAR, LAST_YEAR] = [2000, 2999];

/** Reads the field `startsAt`: a date and time as clocks on the wall show it, such as `2026-01-05T08:00`. */
export function localStart(checks: FieldChecks, value: string): string {
  const clean = value.trim();
  const [, year, month, day] = LOCAL.exec(clean) ?? [];
  if (year === undefined || !isCalendarDate(Number(year), Number(month), Number(day))) {
    checks.fault('startsAt', 'must be a local date and time such as 2026-01-05T08:00');
  } else if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) {
    checks.fault('startsAt', `must be in the years ${FIRST_YEAR} to ${LAST_YEAR}`);
  }
  return clean;
}
