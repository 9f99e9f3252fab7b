import { minutesLate, PlannedCheckpoint, reach, slotOf } from './planned-route';

const at = (time: string) => new Date(`2026-01-31T${time}Z`);
const MOST = 2 ** 31 - 1;

describe('minutes late', () => {
  it.each([
    ['12:00:00.000', 0],
    ['12:00:00.001', 1],
    ['12:01:00.000', 1],
    ['12:01:00.001', 2],
    ['13:00:00.000', 60],
    ['11:59:59.999', 0],
    ['11:59:00.001', 0],
    ['11:59:00.000', -1],
    ['11:58:00.001', -1],
  ])('at %s are %i', (time, minutes) => {
    expect(Object.is(minutesLate(at('12:00:00.000'), at(time)), minutes)).toBe(true);
  });

  it('are no more than the database counts', () => {
    const [first, last] = [new Date('0001-01-01'), new Date('9999-12-31')];
    expect([minutesLate(first, last), minutesLate(last, first)]).toEqual([MOST, -MOST]);
  });
});

describe('a reached checkpoint', () => {
  const plan = (window: Partial<PlannedCheckpoint>): PlannedCheckpoint => ({
    sequence: 2,
    expectedAt: at('12:00:00.000'),
    earliest: null,
    latest: null,
    ...window,
  });
  const window = { earliest: at('11:50:00.000'), latest: at('12:10:00.000') };

  it.each<[string, Partial<PlannedCheckpoint>, boolean, number]>([
    ['11:49:59.999', window, true, -10],
    ['11:50:00.000', window, false, -10],
    ['12:10:00.000', window, false, 10],
    ['12:10:00.001', window, true, 11],
    ['03:00:00.000', { latest: window.latest }, false, -540],
    ['23:00:00.000', { earliest: window.earliest }, false, 660],
    ['23:00:00.000', {}, false, 660],
  ])('at %s with %j is outside its window: %s', (time, given, outsideWindow, delayMinutes) => {
    expect(reach(plan(given), at(time))).toEqual({ sequence: 2, reachedAt: at(time), delayMinutes, outsideWindow });
  });
});

describe('the slot', () => {
  const route = (scheduledStart: Date, scheduledEnd: Date | null) =>
    ({ id: 'r1', status: 'Active', scheduledStart, scheduledEnd, checkpoints: [] }) as const;
  const [start, end] = [at('08:00:00.000'), at('10:00:00.000')];

  it('is the time of the route and the buffer behind it', () => {
    expect(slotOf(route(start, end), 0)).toEqual({ slotStart: start, slotEnd: end });
    expect(slotOf(route(start, end), 15)).toEqual({ slotStart: start, slotEnd: at('10:15:00.000') });
    expect(slotOf(route(start, null), 15)).toEqual({ slotStart: start, slotEnd: at('08:15:00.000') });
  });

  it('ends with the last instant that there is', () => {
    const last = new Date('9999-12-31T23:59:59.999Z');
    expect(slotOf(route(start, new Date('9999-12-31T23:50:00Z')), 10).slotEnd).toEqual(last);
    expect(slotOf(route(start, last), 60).slotEnd).toEqual(last);
  });
});
