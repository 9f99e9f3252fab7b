/** When the tests take place, unless they say otherwise. */
export const NOW = new Date('2026-01-31T12:00:00.000Z');

/** An hour before NOW: when the builders' aggregates were made. */
export const EARLIER = new Date('2026-01-31T11:00:00.000Z');
