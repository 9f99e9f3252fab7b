/** A lease that is held. `epoch` grows with every holder, so what an earlier holder does late can be told apart. */
export interface Lease {
  readonly name: string;
  readonly epoch: number;
}

/** Decides which of many processes does a piece of work. */
export abstract class Leases {
  /**
   * Takes the lease for one tick, or gives null when it is held, or when this tick or a later one had its holder.
   *
   * @param epoch the tick: a whole number that grows from tick to tick and is the same in every process
   * @param ttl milliseconds after which a holder that is not heard of counts as dead
   */
  abstract acquire(name: string, epoch: number, ttl: number): Promise<Lease | null>;

  /** Holds on for another `ttl` milliseconds; false when the lease has gone to somebody else. */
  abstract renew(lease: Lease, ttl: number): Promise<boolean>;

  /** Lets the next tick have it. The tick that was held stays done. */
  abstract release(lease: Lease): Promise<void>;
}
