import { Timing } from '@fleet/domain/schedules/schedule';
import { RruleRecurrence } from './rrule-recurrence';

const recurrence = new RruleRecurrence();
const DAY_MS = 24 * 60 * 60 * 1000;

const timing = (rule: string, timeZone = 'UTC', startsAt = '2026-01-05T08:00'): Timing => ({
  rule,
  timeZone,
  startsAt,
});

const between = (of: Timing, from: string, to: string) =>
  recurrence.between(of, new Date(from), new Date(to)).map((instant) => instant.toISOString().slice(0, 16));

describe('08:00 stays 08:00 when clocks are changed:', () => {
  it('in Berlin', () => {
    const daily = timing('FREQ=DAILY', 'Europe/Berlin');
    expect(between(daily, '2026-03-28', '2026-03-30')).toEqual(['2026-03-28T07:00', '2026-03-29T06:00']);
    expect(between(daily, '2026-10-24', '2026-10-26')).toEqual(['2026-10-24T06:00', '2026-10-25T07:00']);
  });

  it('in New York', () => {
    const daily = timing('FREQ=DAILY', 'America/New_York');
    expect(between(daily, '2026-03-07', '2026-03-09')).toEqual(['2026-03-07T13:00', '2026-03-08T12:00']);
    expect(between(daily, '2026-10-31', '2026-11-02')).toEqual(['2026-10-31T12:00', '2026-11-01T13:00']);
  });

  it('in São Paulo, which has given it up', () => {
    const then = timing('FREQ=DAILY', 'America/Sao_Paulo', '2018-01-05T08:00');
    expect(between(then, '2018-11-03', '2018-11-05')).toEqual(['2018-11-03T11:00', '2018-11-04T10:00']);
    const now = timing('FREQ=WEEKLY;BYDAY=MO,WE,FR', 'America/Sao_Paulo');
    expect(between(now, '2026-01-05', '2026-01-10')).toEqual([
      '2026-01-05T11:00',
      '2026-01-07T11:00',
      '2026-01-09T11:00',
    ]);
    expect(between(now, '2026-11-02', '2026-11-03')).toEqual(['2026-11-02T11:00']);
  });
});

describe('a local time that clocks leave out moves forward:', () => {
  it.each([
    ['Europe/Berlin', '2026-03-28T02:30', '2026-03-29', '2026-03-29T01:30'],
    ['America/New_York', '2026-03-07T02:30', '2026-03-08', '2026-03-08T07:30'],
    ['America/Sao_Paulo', '2018-11-03T00:15', '2018-11-04', '2018-11-04T03:15'],
  ])('in %s', (zone, startsAt, day, expected) => {
    const next = new Date(Date.parse(day) + DAY_MS).toISOString();
    expect(between(timing('FREQ=DAILY', zone, startsAt), day, next)).toEqual([expected]);
  });

  it('and meets the one that is there already only once', () => {
    const hours = timing('FREQ=DAILY;BYHOUR=2,3', 'Europe/Berlin', '2026-03-01T02:00');
    expect(between(hours, '2026-03-29', '2026-03-30')).toEqual(['2026-03-29T01:00']);
  });
});

describe('a local time that comes twice is taken the first time:', () => {
  it.each([
    ['Europe/Berlin', '2026-10-24T02:30', '2026-10-25', '2026-10-25T00:30'],
    ['America/New_York', '2026-10-31T01:30', '2026-11-01', '2026-11-01T05:30'],
    ['America/Sao_Paulo', '2018-02-16T23:30', '2018-02-18', '2018-02-18T01:30'],
  ])('in %s', (zone, startsAt, day, expected) => {
    const next = new Date(Date.parse(day) + DAY_MS / 2).toISOString();
    expect(between(timing('FREQ=DAILY', zone, startsAt), day, next)).toEqual([expected]);
  });
});

describe('the range', () => {
  const daily = timing('FREQ=DAILY');

  it('holds its start and not its end', () => {
    expect(between(daily, '2026-01-06T08:00Z', '2026-01-08T08:00Z')).toEqual(['2026-01-06T08:00', '2026-01-07T08:00']);
    expect(between(daily, '2026-01-06T08:00:00.001Z', '2026-01-07T08:00:00.001Z')).toEqual(['2026-01-07T08:00']);
  });

  it('may begin before the schedule does', () => {
    expect(between(daily, '2025-01-01', '2026-01-06')).toEqual(['2026-01-05T08:00']);
    expect(between(daily, '2024-01-01', '2025-01-01')).toEqual([]);
  });

  it('may be in places far from Greenwich', () => {
    expect(between(timing('FREQ=DAILY', 'Pacific/Kiritimati'), '2026-01-05', '2026-01-06')).toEqual([
      '2026-01-05T18:00',
    ]);
    expect(between(timing('FREQ=DAILY', 'Pacific/Pago_Pago'), '2026-01-05', '2026-01-06')).toEqual([
      '2026-01-05T19:00',
    ]);
  });
});

describe('a rule', () => {
  it('may take the last working day of the month', () => {
    const last = timing('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1');
    expect(between(last, '2026-01-01', '2026-04-01')).toEqual([
      '2026-01-30T08:00',
      '2026-02-27T08:00',
      '2026-03-31T08:00',
    ]);
  });

  it('may take every other week, from the week that it starts in', () => {
    const other = timing('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU');
    expect(between(other, '2026-01-01', '2026-02-10')).toEqual([
      '2026-01-06T08:00',
      '2026-01-20T08:00',
      '2026-02-03T08:00',
    ]);
  });

  it('ends after COUNT, counted from its start', () => {
    expect(between(timing('FREQ=DAILY;COUNT=3'), '2026-01-06', '2027-01-01')).toEqual([
      '2026-01-06T08:00',
      '2026-01-07T08:00',
    ]);
  });

  it.each([
    ['UNTIL=20260107', 'America/New_York', ['2026-01-05T13:00', '2026-01-06T13:00', '2026-01-07T13:00']],
    ['UNTIL=20260106T080000', 'America/New_York', ['2026-01-05T13:00', '2026-01-06T13:00']],
    ['UNTIL=20260106T130000Z', 'America/New_York', ['2026-01-05T13:00', '2026-01-06T13:00']],
    ['UNTIL=20260106T125959Z', 'America/New_York', ['2026-01-05T13:00']],
  ])('ends with %s in %s', (until, zone, expected) => {
    expect(between(timing(`FREQ=DAILY;${until}`, zone), '2026-01-01', '2026-02-01')).toEqual(expected);
  });

  it('starts with the first time that it names, not with its start', () => {
    expect(between(timing('FREQ=WEEKLY;BYDAY=WE'), '2026-01-01', '2026-01-14')).toEqual(['2026-01-07T08:00']);
  });

  it('comes on 29 February in leap years alone', () => {
    const leap = timing('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'UTC', '2026-01-05T08:00');
    expect(between(leap, '2026-01-01', '2033-01-01')).toEqual(['2028-02-29T08:00', '2032-02-29T08:00']);
  });
});

describe('a rule that never comes', () => {
  const never = [
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4,6,9,11',
    'FREQ=DAILY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=30;BYHOUR=1,2,3',
    'FREQ=WEEKLY;BYDAY=MO;BYMONTH=1;BYSETPOS=2',
  ];
  // The library makes its days by Date.UTC. Left alone it looks until the year 9999, which takes it millions of them.
  const MOST_DAYS = 60_000;
  const soon = <T>(work: () => T): T => {
    const utc = Date.UTC;
    let days = 0;
    const counting = jest.spyOn(Date, 'UTC').mockImplementation((...fields) => {
      if (++days > MOST_DAYS) throw new Error('It looks on and on.');
      return utc(...fields);
    });
    try {
      return work();
    } finally {
      counting.mockRestore();
    }
  };

  it.each(never)('%s is refused, soon', (rule) => {
    expect(soon(() => recurrence.faultsOf(timing(rule)))).toEqual([
      { field: 'rule', message: 'must come at least once' },
    ]);
  });

  it.each(never)('%s would give nothing, soon', (rule) => {
    expect(soon(() => between(timing(rule), '2026-01-01', '2027-01-01'))).toEqual([]);
  });

  it('is one that has ended before it starts', () => {
    expect(recurrence.faultsOf(timing('FREQ=DAILY;UNTIL=20260104'))).toHaveLength(1);
    expect(recurrence.faultsOf(timing('FREQ=DAILY;UNTIL=20260105'))).toEqual([]);
  });

  it('is none that is only rare', () => {
    expect(recurrence.faultsOf(timing('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO'))).toEqual([]);
    expect(recurrence.faultsOf(timing('FREQ=YEARLY;BYWEEKNO=53;BYDAY=FR'))).toEqual([]);
  });
});

describe('the time zone', () => {
  it.each(['America/Sao_Paulo', 'Europe/Berlin', 'UTC', 'Etc/GMT+3', ' Asia/Kolkata '])('may be %s', (zone) => {
    expect(recurrence.faultsOf(timing('FREQ=DAILY', zone))).toEqual([]);
  });

  it.each(['Mars/Base', 'Brasilia', '+03:00', 'UTC+3', 'local', '', '../etc'])('may not be %s', (zone) => {
    expect(recurrence.faultsOf(timing('FREQ=DAILY', zone)).map(({ field }) => field)).toEqual(['timeZone']);
  });

  it('tells what its clocks show', () => {
    const instant = new Date('2026-01-05T02:30:00.000Z');
    expect(recurrence.localTime(instant, 'America/Sao_Paulo')).toBe('2026-01-04T23:30');
  });
});

it('finds no fault of its own in what is no rule or no date: that has one already', () => {
  expect(recurrence.faultsOf(timing('FREQ=HOURLY'))).toEqual([]);
  expect(recurrence.faultsOf(timing('FREQ=DAILY', 'UTC', 'tomorrow'))).toEqual([]);
});
