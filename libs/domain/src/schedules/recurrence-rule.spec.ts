import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { faultsOf } from '@fleet/tests/builders/faults';
import { recurrenceRule, ruleFault } from './recurrence-rule';

describe('a rule may be', () => {
  it.each([
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=MO,WE,FR',
    'BYDAY=MO;FREQ=WEEKLY;INTERVAL=2;WKST=SU',
    'FREQ=DAILY;COUNT=10000',
    'FREQ=DAILY;UNTIL=20261231',
    'FREQ=DAILY;UNTIL=20240229T235959',
    'FREQ=DAILY;UNTIL=20261231T235959Z',
    'FREQ=DAILY;BYHOUR=0,23',
    'FREQ=DAILY;BYMONTHDAY=1,-1;BYMONTH=1,12',
    'FREQ=MONTHLY;BYDAY=1MO,-1FR,+2TU',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=YEARLY;BYWEEKNO=1,-53;BYDAY=MO',
    'FREQ=YEARLY;BYYEARDAY=1,366,-366',
    'FREQ=YEARLY;BYDAY=20MO',
    'FREQ=YEARLY;INTERVAL=1000',
  ])('%s', (rule) => expect(ruleFault(rule)).toBeNull());
});

describe('a rule may not', () => {
  it.each([
    ['FREQ=HOURLY', 'must not have FREQ=HOURLY'],
    ['FREQ=MINUTELY', 'must not have FREQ=MINUTELY'],
    ['FREQ=SECONDLY', 'must not have FREQ=SECONDLY'],
    ['BYDAY=MO', 'must have FREQ=DAILY, FREQ=WEEKLY, FREQ=MONTHLY or FREQ=YEARLY'],
    ['FREQ=DAILY;FREQ=WEEKLY', 'must have FREQ once'],
    ['FREQ=DAILY;', 'must be parts such as FREQ=DAILY with semicolons between them'],
    ['RRULE:FREQ=DAILY', 'must be parts such as FREQ=DAILY with semicolons between them'],
    ['FREQ=DAILY\nFREQ=DAILY', 'must be parts such as FREQ=DAILY with semicolons between them'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20261231', 'must not have both COUNT and UNTIL'],
    ['FREQ=DAILY;BYWEEKNO=1', 'may have BYWEEKNO with FREQ=YEARLY alone'],
    ['FREQ=MONTHLY;BYYEARDAY=1', 'may have BYYEARDAY with FREQ=YEARLY alone'],
    ['FREQ=WEEKLY;BYMONTHDAY=1', 'must not have BYMONTHDAY with FREQ=WEEKLY'],
  ])('be %j', (rule, fault) => expect(ruleFault(rule)).toBe(fault));

  it.each(['DTSTART=20260105T080000', 'TZID=UTC', 'BYMINUTE=0', 'BYSECOND=0', 'BYEASTER=0', 'RDATE=20260105'])(
    'have %s',
    (part) => expect(ruleFault(`FREQ=DAILY;${part}`)).toMatch(/^must consist of FREQ, INTERVAL, /),
  );

  it.each([
    ...['INTERVAL=0', 'INTERVAL=1001', 'INTERVAL=-1', 'INTERVAL=1,2', 'INTERVAL=1.5', 'COUNT=0', 'COUNT=10001'],
    ...['UNTIL=20260230', 'UNTIL=2026-01-05', 'UNTIL=20260105T240000', 'UNTIL=tomorrow', 'BYMONTH=0', 'BYMONTH=13'],
    ...['BYMONTH=-1', 'BYMONTHDAY=0', 'BYMONTHDAY=32', 'BYMONTHDAY=-32', 'BYDAY=XX', 'BYDAY=MO,', 'BYHOUR=24'],
    ...['BYHOUR=-1', 'BYDAY=0MO', 'BYDAY=54MO', 'BYSETPOS=0', 'BYSETPOS=367', 'WKST=1MO', 'WKST=MO,TU'],
  ])('have %s', (part) => expect(ruleFault(`FREQ=DAILY;${part}`)).toBe(`must not have ${part}`));

  it.each(['FREQ=DAILY;BYDAY=1MO', 'FREQ=WEEKLY;BYDAY=-1FR', 'FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO'])(
    'number days as %s does',
    (rule) => expect(ruleFault(rule)).toMatch(/^may number the days of BYDAY /),
  );

  it('choose by BYSETPOS where there is nothing to choose from', () => {
    expect(ruleFault('FREQ=DAILY;BYSETPOS=1')).toBe('may have BYSETPOS beside another BY… part alone');
    expect(ruleFault('FREQ=DAILY;BYSETPOS=1;BYHOUR=8,9')).toBeNull();
  });
});

describe('the field', () => {
  const read = (text: string) => {
    const checks = new FieldChecks();
    const rule = recurrenceRule(checks, text);
    checks.done();
    return rule;
  };

  it('is trimmed and kept in upper case', () => expect(read(' freq=daily;byday=mo ')).toBe('FREQ=DAILY;BYDAY=MO'));

  it('has at most 500 characters', () => {
    const long = `FREQ=YEARLY;BYYEARDAY=${'1,'.repeat(239)}`;
    expect(read(`${long}1`.slice(0, 499).replace(/,$/, ''))).toHaveLength(499);
    expect(faultsOf(() => read(`${long}11`.padEnd(501, '1')))).toEqual(['rule must be at most 500 characters long']);
  });

  it('is needed, and named when it is at fault', () => {
    expect(faultsOf(() => read(' '))).toEqual(['rule is required']);
    expect(faultsOf(() => read('FREQ=HOURLY'))).toEqual(['rule must not have FREQ=HOURLY']);
  });
});
