import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { GivenCheckpoint, TemplateCheckpoint } from './schedule-template';

const PLACE_MAX_LENGTH = 255;

/** Thirty days: no route takes longer. */
export const MAX_MINUTES = 43_200;

/** @param earlier the minutes of the checkpoint before, or 0: times rise, and lie after the start */
export function checkpointOf(
  checks: FieldChecks,
  at: string,
  given: GivenCheckpoint,
  earlier: number,
): TemplateCheckpoint {
  const { afterMinutes, earliestMinutes = null, latestMinutes = null } = given;
  checks.wholeNumber(`${at}.afterMinutes`, afterMinutes, 1, MAX_MINUTES);
  if (afterMinutes <= earlier && earlier > 0) {
    checks.fault(`${at}.afterMinutes`, 'must be later than at the checkpoint before');
  }
  if (earliestMinutes !== null) {
    checks.wholeNumber(`${at}.earliestMinutes`, earliestMinutes, 0, MAX_MINUTES);
    if (earliestMinutes > afterMinutes) checks.fault(`${at}.earliestMinutes`, 'must not be later than afterMinutes');
  }
  if (latestMinutes !== null) {
    checks.wholeNumber(`${at}.latestMinutes`, latestMinutes, 0, MAX_MINUTES);
    if (latestMinutes < afterMinutes) checks.fault(`${at}.latestMinutes`, 'must not be earlier than afterMinutes');
  }
  return {
    location: checks.text(`${at}.location`, given.location, PLACE_MAX_LENGTH),
    ...position(checks, at, given),
    afterMinutes,
    earliestMinutes,
    latestMinutes,
  };
}

function position(checks: FieldChecks, at: string, { latitude = null, longitude = null }: GivenCheckpoint) {
  if ((latitude === null) !== (longitude === null)) {
    checks.fault(`${at}.${latitude === null ? 'latitude' : 'longitude'}`, 'is required beside the other one');
  }
  inRange(checks, `${at}.latitude`, latitude, 90);
  inRange(checks, `${at}.longitude`, longitude, 180);
  return { latitude, longitude };
}

function inRange(checks: FieldChecks, field: string, value: number | null, most: number): void {
  if (value !== null && !(Math.abs(value) <= most)) checks.fault(field, `must be between -${most} and ${most}`);
}
