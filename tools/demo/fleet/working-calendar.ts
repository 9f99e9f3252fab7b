const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;
/** Campinas is three hours behind UTC, all the year round. */
const UTC_OFFSET_MINUTES = 180;
/** A year, and the months before it in which the vehicles had their last service. */
const DAYS_BACK = 500;

/**
 * The fleet's days, counted back from the day it is made on: working day 0 is the latest one that is over.
 * Plans speak of day numbers, so that the same things happen in the same order on whatever weekday that is.
 */
export class WorkingCalendar {
  private readonly working: Date[] = [];
  private readonly free: Date[] = [];

  /** @param anchor the start, in UTC, of the day that the fleet is made on; nothing happens after it */
  constructor(readonly anchor: Date) {
    for (let days = 1; days <= DAYS_BACK; days++) {
      const day = new Date(anchor.getTime() - days * DAY_MS);
      const isFree = day.getUTCDay() === 0 || day.getUTCDay() === 6;
      (isFree ? this.free : this.working).push(day);
    }
  }

  /** @param minute of the day on the fleet's clocks */
  workday(number: number, minute: number): Date {
    return localTime(this.working[number]!, minute);
  }

  /** A Saturday or Sunday; 0 is the latest. */
  freeDay(number: number, minute: number): Date {
    return localTime(this.free[number]!, minute);
  }

  /** The last working day that begins `days` times 24 hours before the anchor, or earlier. */
  workdayBefore(days: number, minute: number): Date {
    const latest = this.anchor.getTime() - days * DAY_MS;
    return localTime(
      this.working.find((day) => day.getTime() <= latest)!,
      minute,
    );
  }
}

/** An hour of the fleet's clocks, in minutes of the day. */
export function oClock(hour: number, minute = 0): number {
  return hour * 60 + minute;
}

export function addMinutes(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + Math.round(minutes * MINUTE_MS));
}

/** The oldest first; what is of one moment stays in its order. */
export function inOrder<T extends { readonly at: Date }>(deeds: readonly T[]): T[] {
  return [...deeds].sort((one, other) => one.at.getTime() - other.at.getTime());
}

function localTime(day: Date, minute: number): Date {
  return addMinutes(day, UTC_OFFSET_MINUTES + minute);
}
