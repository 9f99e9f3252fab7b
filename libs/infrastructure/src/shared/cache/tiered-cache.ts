import { createCache, memoryStore } from 'cache-manager';
import { Cache } from '@fleet/application/shared/cache';
import { CacheFigures } from '@fleet/infrastructure/shared/metrics/cache-figures';
import { Siblings } from '@fleet/infrastructure/shared/siblings/siblings';
import { isBelow, listOf } from './cache-key';
import { RedisTier } from './redis-tier';

const MAX_ENTRIES_IN_MEMORY = 200;
/** Bounds how long a process may miss what another one did when no Redis tells it. */
const LONGEST_IN_MEMORY_MS = 5_000;

interface Load {
  readonly value: Promise<string>;
  /** What was loaded may be older than a change; its readers began before that change and may have it, nobody else. */
  outdated: boolean;
}

/** What a worker tells its siblings when it has dropped something. */
interface Dropped {
  readonly key: string;
  /** Whether Redis has dropped it too: else whoever hears of it must not take it from there. */
  readonly inRedis: boolean;
}

/** Memory in front of Redis in front of the database; Redis may be missing at any moment. */
export class TieredCache extends Cache {
  private readonly memory = createCache(memoryStore({ max: MAX_ENTRIES_IN_MEMORY, ttl: LONGEST_IN_MEMORY_MS }));
  private readonly loads = new Map<string, Load>();
  private readonly lists = new Set<string>();

  constructor(
    private readonly redis: RedisTier | null,
    private readonly figures: CacheFigures,
    private readonly siblings = new Siblings(null),
  ) {
    super();
    siblings.hear<Dropped>('cache/dropped', (dropped) => this.dropToo(dropped));
    redis?.open(
      (list) => void this.forget(list),
      () => this.lists,
    );
  }

  async get(key: string): Promise<string | undefined> {
    const known = await this.fromMemory(key);
    if (known !== undefined || !this.redis) return known;
    return this.redis.get(await this.redis.place(key));
  }

  async set(key: string, value: string, ttl: number): Promise<void> {
    this.lists.add(listOf(key));
    await this.memory.set(key, value, inMemory(ttl));
    const place = await this.redis?.place(key);
    if (place) await this.redis!.set(place, value, ttl);
  }

  async delete(key: string): Promise<void> {
    this.lists.add(listOf(key));
    await this.forget(key);
    const inRedis = (await this.redis?.drop(listOf(key))) ?? true;
    // After Redis, which they would else take it from again.
    await this.siblings.tell('cache/dropped', { key, inRedis } satisfies Dropped);
    // Again: a reader may have fetched the old value from Redis before it was dropped there.
    await this.forget(key);
  }

  async wrap(key: string, ttl: number, load: () => Promise<string>): Promise<string> {
    const known = await this.fromMemory(key);
    if (known !== undefined) return known;
    const running = this.loads.get(key);
    if (running) return running.value;
    this.lists.add(listOf(key));
    const started: Load = { outdated: false, value: this.fetch(key, ttl, load, () => started) };
    this.loads.set(key, started);
    return started.value;
  }

  /** Whether the shared tier answers; true when there is none. */
  async answers(): Promise<boolean> {
    return this.redis === null || this.redis.answers();
  }

  close(): void {
    this.redis?.close();
  }

  private async fromMemory(key: string): Promise<string | undefined> {
    const known = await this.memory.get<string>(key);
    this.figures.memory[known === undefined ? 'miss' : 'hit']++;
    return known;
  }

  private async fetch(key: string, ttl: number, load: () => Promise<string>, own: () => Load): Promise<string> {
    // `own` is known only after the caller has registered this load.
    await Promise.resolve();
    try {
      const place = (await this.redis?.place(key)) ?? null;
      const shared = await this.redis?.get(place);
      const value = shared ?? (await this.figures.load(load));
      if (!own().outdated) await this.memory.set(key, value, inMemory(ttl));
      if (place !== null && shared === undefined) await this.redis!.set(place, value, ttl);
      return value;
    } finally {
      if (this.loads.get(key) === own()) this.loads.delete(key);
    }
  }

  private async dropToo({ key, inRedis }: Dropped): Promise<void> {
    if (!inRedis) await this.redis?.drop(listOf(key));
    await this.forget(key);
  }

  /** Drops what this process has at or below the key, loads under way included. */
  private async forget(parent: string): Promise<void> {
    for (const [key, load] of this.loads) {
      if (!isBelow(key, parent)) continue;
      load.outdated = true;
      this.loads.delete(key);
    }
    const keys = await this.memory.store.keys();
    await Promise.all(keys.filter((key) => isBelow(key, parent)).map((key) => this.memory.del(key)));
  }
}

/** Jittered, so that lists that were cached together are not loaded together. */
function inMemory(ttl: number): number {
  return Math.min(ttl, LONGEST_IN_MEMORY_MS) * (0.8 + Math.random() * 0.2);
}
