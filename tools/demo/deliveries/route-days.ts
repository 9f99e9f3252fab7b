import { addMinutes, oClock, WorkingCalendar } from '@fleet/tools/demo/fleet/working-calendar';

/** When routes are driven, and what of the day it is. */
export interface RouteDay {
  readonly start: Date;
  readonly part: 'morning' | 'afternoon' | 'today';
  /** How many deliveries it takes along, at the most. */
  readonly deliveries: number;
  /** It is given up before it begins. */
  readonly isCancelled?: boolean;
  /** Some of what it takes along is not assigned yet. */
  readonly isNow?: boolean;
}

const WORKDAYS = 20;
const MORNING = oClock(9);
const AFTERNOON = oClock(14);
/** The working days on which a third route was planned and given up. */
const CANCELLED_ON = [4, 11];
/** Minutes from now at which today's routes begin; what is after now of them has not happened yet. */
const DRIVEN_TODAY = [-9 * 60, -6 * 60];
const ON_THE_ROAD = [-170, -110, -75, -45, -20, 25];
const LATER = [4 * 60, 20 * 60, 24 * 60, 2.5 * 24 * 60, 4 * 24 * 60];

/** The oldest first. @param now to the minute */
export function routeDays(calendar: WorkingCalendar, now: Date): RouteDay[] {
  const round = new Date(Math.floor(now.getTime() / 300_000) * 300_000);
  const fromNow = (minutes: number, deliveries: number, isNow = false): RouteDay => {
    return { start: addMinutes(round, minutes), part: 'today', deliveries, isNow };
  };
  const past = Array.from({ length: WORKDAYS }, (_, index) => WORKDAYS - 1 - index).flatMap((day): RouteDay[] => [
    { start: calendar.workday(day, MORNING), part: 'morning', deliveries: 9 },
    { start: calendar.workday(day, AFTERNOON), part: 'afternoon', deliveries: 9 },
    ...(CANCELLED_ON.includes(day)
      ? [{ start: calendar.workday(day, oClock(16)), part: 'afternoon', deliveries: 0, isCancelled: true } as const]
      : []),
  ]);
  return [
    ...past,
    ...DRIVEN_TODAY.map((minutes) => fromNow(minutes, 9)),
    ...ON_THE_ROAD.map((minutes) => fromNow(minutes, 7, true)),
    ...LATER.map((minutes) => fromNow(minutes, 0)),
  ];
}
