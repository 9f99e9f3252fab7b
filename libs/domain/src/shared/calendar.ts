const DAY_MS = 24 * 60 * 60 * 1000;

/** `days` times 24 hours later. */
export function addDays(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * DAY_MS);
}
