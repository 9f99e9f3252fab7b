/** A checkpoint that a delivery on the road has not reached yet. */
export interface ExpectedCheckpoint {
  /** When the plan has it. */
  readonly expectedAt: Date;
}

/** How far a delivery on the road has come. */
export interface Progress {
  /**
   * Minutes behind the plan at the checkpoint furthest along the route that was reached; before it they are negative, and
   * null before the first.
   */
  readonly delayMinutes: number | null;
  /** In the order of the route. */
  readonly ahead: readonly ExpectedCheckpoint[];
  /** When the plan ends. */
  readonly scheduledEnd: Date;
}

const MINUTE_MS = 60_000;

/**
 * The milliseconds by which the rest of the plan is shifted: the delay at the furthest checkpoint that was reached, and
 * before the first one none. What is next cannot be behind now, so when the shifted plan has it earlier, the whole rest moves on with it.
 */
export function shiftOf({ delayMinutes, ahead, scheduledEnd }: Progress, now: Date): number {
  const next = ahead[0]?.expectedAt ?? scheduledEnd;
  return Math.max((delayMinutes ?? 0) * MINUTE_MS, now.getTime() - next.getTime());
}

/** When the plan's instant is to be expected. @param shift milliseconds */
export function shifted(instant: Date, shift: number): Date {
  return new Date(instant.getTime() + shift);
}
