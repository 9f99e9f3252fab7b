import { RRule } from 'rrule';
import { Timing } from '@fleet/domain/schedules/schedule';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The rule looks at whole periods, of which the first may begin before it starts and the last end after the last day. */
const LONGEST_PERIOD_DAYS = 366;

/** The search has come past the last day that is asked for. */
class Searched extends Error {}

/**
 * The local times of a rule, as dates whose UTC fields say what clocks on the wall show: so the library works, and
 * knows no zone. Both ends are part of it. Whether or not the rule ever comes, no day is looked at that is long after `last`:
 * left alone the library looks for the next one until the year 9999.
 *
 * @param until the last local time that the rule's UNTIL allows, or null
 * @param most so many are enough
 */
export function localTimes(
  { rule, startsAt }: Timing,
  until: Date | null,
  first: Date,
  last: Date,
  most = Infinity,
): Date[] {
  const dtstart = new Date(`${startsAt}:00.000Z`);
  const limit = until && until < last ? until : last;
  if (limit < dtstart) return [];
  const found: Date[] = [];
  try {
    boundedRule(rule, dtstart, limit).between(first, limit, true, (date) => found.push(date) < most);
  } catch (error) {
    if (!(error instanceof Searched)) throw error;
  }
  return found;
}

/** A rule whose search ends once it has looked at every day up to `last`. Each day that it looks at reads this option once. */
function boundedRule(rule: string, dtstart: Date, last: Date): RRule {
  const withoutUntil = rule
    .split(';')
    .filter((part) => !part.startsWith('UNTIL='))
    .join(';');
  const recurrence = new RRule({ ...RRule.parseString(withoutUntil), dtstart }, true);
  const days = Math.ceil((last.getTime() - dtstart.getTime()) / DAY_MS) + 2 * LONGEST_PERIOD_DAYS;
  const { bynmonthday } = recurrence.options;
  let looks = 0;
  Object.defineProperty(recurrence.options, 'bynmonthday', {
    get: () => {
      if (++looks > days) throw new Searched();
      return bynmonthday;
    },
  });
  return recurrence;
}
