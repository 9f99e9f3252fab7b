import { LRUCache, Perf } from 'lru-cache';

/** How long another process may go on by what it knew before a change here. */
const TTL_MS = 15_000;
const MAX_ENTRIES = 10_000;

/**
 * What the database said a moment ago. Simultaneous questions for one key share one load, and a load that began before
 * something was forgotten is not kept.
 */
export class ShortMemory<V extends object> {
  private readonly known: LRUCache<string, V>;
  private readonly loads = new Map<string, Promise<V | null>>();

  /** @param load gives null for what is not there, which is not remembered */
  constructor(
    private readonly load: (key: string) => Promise<V | null>,
    perf: Perf = performance,
  ) {
    this.known = new LRUCache({ max: MAX_ENTRIES, ttl: TTL_MS, ttlResolution: 0, perf });
  }

  /** At once when it is known. */
  get(key: string): V | Promise<V | null> {
    return this.known.get(key) ?? this.loads.get(key) ?? this.fetch(key);
  }

  forget(key: string): void {
    this.loads.delete(key);
    this.known.delete(key);
  }

  forgetAll(of: (value: V) => boolean): void {
    // What is being loaded now may be one of them.
    this.loads.clear();
    for (const [key, value] of this.known.entries()) if (of(value)) this.known.delete(key);
  }

  private fetch(key: string): Promise<V | null> {
    const load: Promise<V | null> = this.load(key).then(
      (value) => {
        if (value && this.loads.get(key) === load) this.known.set(key, value);
        this.done(key, load);
        return value;
      },
      (error: unknown) => {
        this.done(key, load);
        throw error;
      },
    );
    this.loads.set(key, load);
    return load;
  }

  private done(key: string, load: Promise<V | null>): void {
    if (this.loads.get(key) === load) this.loads.delete(key);
  }
}
