import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { DAY, isCalendarDate, lists, numbers, PartCheck, Parts } from './recurrence-parts';

export const RULE_MAX_LENGTH = 500;

/** Routes of minutes are no plan. That many a day as there are hours, with BYHOUR, is the most. */
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];

const UNTIL = /^(\d{4})(\d{2})(\d{2})(T([01]\d|2[0-3])[0-5]\d[0-5]\dZ?)?$/;

const isUntil = (value: string) => {
  const [, year, month, day] = UNTIL.exec(value) ?? [];
  return year !== undefined && isCalendarDate(Number(year), Number(month), Number(day));
};

/** What a rule may consist of, and what each part may be. */
const CHECKS: Readonly<Record<string, PartCheck>> = {
  FREQ: (value) => FREQUENCIES.includes(value),
  INTERVAL: numbers({ most: 1_000, list: false }),
  COUNT: numbers({ most: 10_000, list: false }),
  UNTIL: isUntil,
  BYMONTH: numbers({ most: 12 }),
  BYWEEKNO: numbers({ most: 53, fromEnd: true }),
  BYYEARDAY: numbers({ most: 366, fromEnd: true }),
  BYMONTHDAY: numbers({ most: 31, fromEnd: true }),
  BYDAY: lists((one) => DAY.test(one)),
  BYHOUR: numbers({ least: 0, most: 23 }),
  BYSETPOS: numbers({ most: 366, fromEnd: true }),
  WKST: (value) => /^(MO|TU|WE|TH|FR|SA|SU)$/.test(value),
};

/** What RFC 5545 forbids together, and why. */
const CONFLICTS: readonly [(parts: Parts) => boolean, string][] = [
  [({ COUNT, UNTIL }) => Boolean(COUNT && UNTIL), 'must not have both COUNT and UNTIL'],
  [({ FREQ, BYWEEKNO }) => Boolean(BYWEEKNO) && FREQ !== 'YEARLY', 'may have BYWEEKNO with FREQ=YEARLY alone'],
  [({ FREQ, BYYEARDAY }) => Boolean(BYYEARDAY) && FREQ !== 'YEARLY', 'may have BYYEARDAY with FREQ=YEARLY alone'],
  [({ FREQ, BYMONTHDAY }) => Boolean(BYMONTHDAY) && FREQ === 'WEEKLY', 'must not have BYMONTHDAY with FREQ=WEEKLY'],
  [
    ({ FREQ, BYDAY = '', BYWEEKNO }) =>
      /\d/.test(BYDAY) && (FREQ === 'DAILY' || FREQ === 'WEEKLY' || Boolean(BYWEEKNO)),
    'may number the days of BYDAY with FREQ=MONTHLY, or FREQ=YEARLY without BYWEEKNO, alone',
  ],
  [
    (parts) => Boolean(parts.BYSETPOS) && !Object.keys(parts).some((name) => /^BY(?!SETPOS)/.test(name)),
    'may have BYSETPOS beside another BY… part alone',
  ],
];

/** Reads the field `rule`: the text of an RFC 5545 recurrence rule, kept in upper case. Whether it ever comes is the calendar's. */
export function recurrenceRule(checks: FieldChecks, value: string): string {
  const rule = checks.text('rule', value, RULE_MAX_LENGTH).toUpperCase();
  if (rule === '' || rule.length > RULE_MAX_LENGTH) return rule;
  const fault = ruleFault(rule);
  if (fault) checks.fault('rule', fault);
  return rule;
}

/** What is wrong with a rule, or null. */
export function ruleFault(rule: string): string | null {
  const pairs = rule.split(';').map((part) => /^([A-Z]+)=(.+)$/.exec(part));
  const parts: Record<string, string> = {};
  for (const pair of pairs) {
    const [, name, value] = pair ?? [];
    if (name === undefined || value === undefined)
      return 'must be parts such as FREQ=DAILY with semicolons between them';
    const check = CHECKS[name];
    if (!check) return `must consist of ${Object.keys(CHECKS).join(', ')}`;
    if (parts[name] !== undefined) return `must have ${name} once`;
    if (!check(value)) return `must not have ${name}=${value}`;
    parts[name] = value;
  }
  if (parts.FREQ === undefined) return `must have FREQ=${FREQUENCIES.join(', FREQ=').replace(/, ([^,]*)$/, ' or $1')}`;
  return CONFLICTS.find(([conflicts]) => conflicts(parts))?.[1] ?? null;
}
