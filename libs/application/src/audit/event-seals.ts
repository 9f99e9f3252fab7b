/** Where the chain of seals ends. Whoever keeps one elsewhere can tell later whether the end was cut off. */
export interface ChainHead {
  /** The number of seals so far. */
  readonly position: number;
  /** The last seal, which all of them before it go into. */
  readonly hash: string;
}

/** What one step of the sealing has done. */
export interface SealedBatch extends ChainHead {
  /** Events that were sealed in this step. */
  readonly events: number;
}

/** Seals what has happened, so that it is found when somebody alters, removes or adds some of it. */
export abstract class EventSeals {
  /**
   * Seals every committed event that has no seal yet, batch by batch, each as a transaction of its own. It ends by
   * itself, early when somebody else is sealing at the same time; and wherever its reader stops.
   */
  abstract seal(): AsyncIterable<SealedBatch>;
}
