import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { coordinates } from '@fleet/domain/shared/place';
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
    ...coordinates(checks, given, `${at}.`),
    afterMinutes,
    earliestMinutes,
    latestMinutes,
  };
}
