/** What was missed for longer, because nothing ran, is not made up for: a route of this morning helps nobody tonight. */
const LONGEST_LATENESS_MS = 60 * 60 * 1000;

/** The first instant of which an occurrence is still made. @param createdUntil before it everything has been seen to */
export function earliestToMake(createdUntil: Date, now: Date): Date {
  return new Date(Math.max(createdUntil.getTime(), now.getTime() - LONGEST_LATENESS_MS));
}
