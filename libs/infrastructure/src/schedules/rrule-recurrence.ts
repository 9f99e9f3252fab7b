import { Injectable } from '@nestjs/common';
import { DateTime, IANAZone } from 'luxon';
import { Recurrence } from '@fleet/application/schedules/recurrence';
import { Timing } from '@fleet/domain/schedules/schedule';
import { ruleFault } from '@fleet/domain/schedules/recurrence-rule';
import { addDays } from '@fleet/domain/shared/calendar';
import { FieldFault } from '@fleet/domain/shared/invalid-fields.error';
import { localTimes } from './recurrence-dates';

/** A rule that has not come by then never does: 29 February on a given day of the week takes 40 years at most. */
const LONGEST_WAIT_DAYS = 41 * 366;

/** A local time and its instant are less than a day apart, in every zone. */
const MARGIN_DAYS = 2;

const UNTIL = /(?:^|;)UNTIL=(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?/;

/** The rrule package finds local times, luxon the instants at which clocks show them. (rrule's own zones are not to be trusted.) */
@Injectable()
export class RruleRecurrence extends Recurrence {
  faultsOf(timing: Timing): FieldFault[] {
    if (!isZone(timing.timeZone.trim())) {
      return [{ field: 'timeZone', message: 'must be the IANA name of a time zone, such as America/Sao_Paulo' }];
    }
    const start = new Date(`${timing.startsAt.trim()}:00.000Z`);
    const rule = timing.rule.trim().toUpperCase();
    // What is no rule or no date has a fault of its own.
    if (ruleFault(rule) !== null || Number.isNaN(start.getTime())) return [];
    const cleanTiming = { rule, timeZone: timing.timeZone.trim(), startsAt: timing.startsAt.trim() };
    const first = localTimes(cleanTiming, lastLocalTime(cleanTiming), start, addDays(start, LONGEST_WAIT_DAYS), 1);
    return first.length > 0 ? [] : [{ field: 'rule', message: 'must come at least once' }];
  }

  between(timing: Timing, from: Date, to: Date): Date[] {
    const { timeZone } = timing;
    const times = localTimes(timing, lastLocalTime(timing), addDays(from, -MARGIN_DAYS), addDays(to, MARGIN_DAYS));
    const instants = times.map((local) => instantOf(local, timeZone)).filter((at) => at >= from && at < to);
    // An hour that is left out moves onto the next one, which may be an occurrence too.
    return instants.filter((at, index) => at.getTime() !== instants[index - 1]?.getTime());
  }

  localTime(instant: Date, timeZone: string): string {
    return DateTime.fromJSDate(instant, { zone: timeZone }).toFormat("yyyy-MM-dd'T'HH:mm");
  }
}

/** An offset such as +03:00, which some releases of Node take for a zone, has no changes of clocks. */
function isZone(name: string): boolean {
  return /^[A-Za-z]/.test(name) && IANAZone.isValidZone(name);
}

/** The instant at which the clocks of a zone show this time: the first one of two, and a left-out one's moved forward. */
function instantOf(local: Date, zone: string): Date {
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()];
  const shown = DateTime.fromObject(
    { year, month, day, hour: local.getUTCHours(), minute: local.getUTCMinutes() },
    { zone },
  );
  const instants = shown.getPossibleOffsets().map((one) => one.toMillis());
  return new Date(Math.min(...instants));
}

/** UNTIL as a local time: a date alone means the whole day, and an instant what the clocks show then. */
function lastLocalTime({ rule, timeZone }: Timing): Date | null {
  const [, year, month, day, hour = '23', minute = '59', second = '59', utc] = UNTIL.exec(rule) ?? [];
  if (year === undefined) return null;
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  if (utc !== 'Z') return new Date(text);
  const local = DateTime.fromISO(text, { zone: timeZone });
  return new Date(local.toMillis() + local.offset * 60_000);
}
