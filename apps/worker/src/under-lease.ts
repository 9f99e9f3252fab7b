import { Leases } from '@fleet/application/shared/lease';
import { HeldLease } from './held-lease';

/** What a job does. It ends early, by throwing, when `stop` is aborted. */
export type Work = (stop: AbortSignal) => Promise<unknown>;

export interface LeaseRequest {
  readonly name: string;
  readonly epoch: number;
  /** Milliseconds. */
  readonly ttl: number;
}

/**
 * Does `work` while it holds a lease, and aborts `stop` when the lease is lost: another process may have it by then.
 *
 * @returns false, without doing the work, when the lease is not to be had
 */
export async function underLease(
  leases: Leases,
  { name, epoch, ttl }: LeaseRequest,
  stop: AbortController,
  work: Work,
): Promise<boolean> {
  // Counted from before the question, so that it never lasts longer here than in the database.
  const heldFrom = performance.now();
  const lease = await leases.acquire(name, epoch, ttl);
  if (!lease) return false;
  const held = new HeldLease(leases, lease, ttl, () => stop.abort(new Error('its lease was lost')));
  held.keep(heldFrom);
  try {
    await work(stop.signal);
    return true;
  } finally {
    await held.giveUp();
  }
}
