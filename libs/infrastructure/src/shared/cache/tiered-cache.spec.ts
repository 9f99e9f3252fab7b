import { CacheFigures } from '@fleet/infrastructure/shared/metrics/cache-figures';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { TieredCache } from './tiered-cache';

const KEY = 'vehicles/available/50/';
const MINUTE = 60_000;

/** A load that is answered by hand, and counts how often it is asked. */
class Source {
  readonly loads: { resolve: (value: string) => void; reject: (error: Error) => void }[] = [];
  readonly load = () =>
    new Promise<string>((resolve, reject) => {
      this.loads.push({ resolve, reject });
    });
}

let cache: TieredCache;
let source: Source;
beforeEach(() => {
  cache = new TieredCache(null, new CacheFigures(new Metrics()));
  source = new Source();
});

/** Lets everything that can go on without the source go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('wrap', () => {
  it('loads once for any number of simultaneous misses', async () => {
    const readers = Array.from({ length: 50 }, () => cache.wrap(KEY, MINUTE, source.load));
    await settle();
    source.loads[0]!.resolve('list');
    expect(new Set(await Promise.all(readers))).toEqual(new Set(['list']));
    expect(source.loads).toHaveLength(1);
  });

  it('keeps what was loaded', async () => {
    const load = jest.fn(async () => 'list');
    expect([await cache.wrap(KEY, MINUTE, load), await cache.wrap(KEY, MINUTE, load)]).toEqual(['list', 'list']);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('keeps keys apart', async () => {
    const loads = ['1', '2'].map((key) => cache.wrap(`vehicles/available/${key}`, MINUTE, async () => key));
    expect(await Promise.all(loads)).toEqual(['1', '2']);
  });

  it('gives a failure to all who waited for it, and keeps none', async () => {
    const readers = [cache.wrap(KEY, MINUTE, source.load), cache.wrap(KEY, MINUTE, source.load)];
    await settle();
    source.loads[0]!.reject(new Error('away'));
    for (const reader of readers) await expect(reader).rejects.toThrow('away');
    expect(await cache.wrap(KEY, MINUTE, async () => 'list')).toBe('list');
  });
});

describe('delete', () => {
  it('forgets the key and everything below it, and nothing beside it', async () => {
    const keys = [
      'vehicles/available/1',
      'vehicles/available/2',
      'vehicles/available',
      'vehicles/availableToo',
      'drivers/available',
    ];
    for (const key of keys) await cache.set(key, key, MINUTE);
    await cache.delete('vehicles/available');
    const left = await Promise.all(keys.map((key) => cache.get(key)));
    expect(left).toEqual([undefined, undefined, undefined, 'vehicles/availableToo', 'drivers/available']);
  });

  it('lets no load that began before it be kept, nor be waited for by later readers', async () => {
    const early = cache.wrap(KEY, MINUTE, source.load);
    await settle();
    await cache.delete('vehicles/available');
    const late = cache.wrap(KEY, MINUTE, source.load);
    await settle();
    source.loads[0]!.resolve('old');
    expect(await early).toBe('old');
    const later = cache.wrap(KEY, MINUTE, source.load);
    source.loads[1]!.resolve('new');
    expect([await late, await later]).toEqual(['new', 'new']);
    expect(await cache.get(KEY)).toBe('new');
    expect(source.loads).toHaveLength(2);
  });

  it('is not undone by an old load that ends after the new one', async () => {
    void cache.wrap(KEY, MINUTE, source.load);
    await settle();
    await cache.delete('vehicles/available');
    const late = cache.wrap(KEY, MINUTE, source.load);
    await settle();
    source.loads[1]!.resolve('new');
    await late;
    source.loads[0]!.resolve('old');
    await settle();
    expect(await cache.get(KEY)).toBe('new');
  });
});

describe('the time that something is kept in memory', () => {
  let OwnCache: typeof TieredCache;
  beforeEach(async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
    jest.advanceTimersByTime(1); // The memory store takes 0 for "never", and takes hold of its clock when it is loaded.
    jest.resetModules();
    ({ TieredCache: OwnCache } = await import('./tiered-cache'));
  });
  afterEach(() => jest.useRealTimers());

  /** Milliseconds until it is loaded again. */
  async function lifeOf(ttl: number): Promise<number> {
    const kept = new OwnCache(null, new CacheFigures(new Metrics()));
    await kept.wrap(KEY, ttl, async () => 'list');
    for (let passed = 0; passed < 10_000; passed += 10) {
      jest.advanceTimersByTime(10);
      if ((await kept.get(KEY)) === undefined) return passed + 10;
    }
    return Infinity;
  }

  it('is at most five seconds, with jitter', async () => {
    const lives = [];
    for (let count = 0; count < 8; count++) lives.push(await lifeOf(5 * MINUTE));
    expect(Math.min(...lives)).toBeGreaterThanOrEqual(4_000);
    expect(Math.max(...lives)).toBeLessThanOrEqual(5_010);
    expect(new Set(lives).size).toBeGreaterThan(1);
  });

  it('is shorter when less is asked for', async () => {
    const life = await lifeOf(1_000);
    expect(life).toBeGreaterThanOrEqual(800);
    expect(life).toBeLessThanOrEqual(1_010);
  });
});

describe('without Redis', () => {
  it('the cache answers for itself', async () => {
    expect(await cache.answers()).toBe(true);
  });
});
