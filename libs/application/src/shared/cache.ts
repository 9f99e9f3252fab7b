/**
 * Keeps answers for a while. Losing it at any moment costs time, never correctness.
 *
 * Keys are paths: `vehicles/available` is the parent of `vehicles/available/50`.
 * Values are text, so that a cached answer is sent as it stands.
 */
export abstract class Cache {
  abstract get(key: string): Promise<string | undefined>;

  /** @param ttl milliseconds */
  abstract set(key: string, value: string, ttl: number): Promise<void>;

  /**
   * Forgets the key and everything below it. When it returns, no reader of this process, nor of those that share its
   * port, sees what was there before, not even one whose load had begun earlier; other processes follow within moments.
   */
  abstract delete(key: string): Promise<void>;

  /**
   * The cached value, or what `load` gives, kept for `ttl` milliseconds.
   * Simultaneous misses in one process share one load.
   */
  abstract wrap(key: string, ttl: number, load: () => Promise<string>): Promise<string>;
}
