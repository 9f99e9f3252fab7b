const MINUTE_MS = 60_000;

/** @param minutes after the instant, or before it */
export function later(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * MINUTE_MS);
}
