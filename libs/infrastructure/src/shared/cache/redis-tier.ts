import { randomUUID } from 'node:crypto';
import { Cache, createCache } from 'cache-manager';
import { redisInsStore } from 'cache-manager-redis-yet';
import { TierFigures } from '@fleet/infrastructure/shared/metrics/cache-figures';
import { RedisLink } from '@fleet/infrastructure/shared/redis/redis-link';
import { SecretBox } from '@fleet/infrastructure/shared/secrets/secret-box';
import { listOf } from './cache-key';

// The store was written for the client's version 4; the commands that it uses are the same in 5.
type RedisStoreClient = Parameters<typeof redisInsStore>[0];

/** How long until Redis is told again what it could not be told: the other processes wait for it. */
const RETRY_MS = 500;

/**
 * The tier that processes share. Each list has a generation, and a value is kept under the generation that was
 * current before it was loaded: a value that was loaded before a change and stored after it is never found.
 * Generations are random: a Redis that has lost them begins no count anew that old values could be found under.
 * Values are sealed: lists name people, and Redis may write down what it is given.
 */
export class RedisTier {
  private readonly self = randomUUID();
  private readonly store: Cache;
  /** Lists whose change Redis could not be told yet: what it has of them is outdated. */
  private readonly undropped = new Map<string, symbol>();
  private retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly link: RedisLink,
    private readonly prefix: string,
    private readonly box: SecretBox,
    private readonly figures: TierFigures,
  ) {
    this.store = createCache(redisInsStore(link.client as unknown as RedisStoreClient));
  }

  /**
   * @param onDropped is told each list that another process has dropped, and every one of `lists` when some of that
   * may have been missed
   */
  open(onDropped: (list: string) => void, lists: () => Iterable<string>): void {
    const onMessage = (message: string) => {
      const [sender, list] = message.split(' ');
      if (sender !== this.self && list) onDropped(list);
    };
    // While Redis was away drops could not be told …
    const onReady = () => [...lists()].forEach((list) => void this.drop(list));
    // … nor heard.
    const onSubscribed = () => [...lists()].forEach(onDropped);
    this.link.subscribe(`${this.prefix}dropped`, onMessage, { onReady, onSubscribed });
  }

  /** The place of a value in the present generation, or null when Redis is away or may have an outdated value. */
  async place(key: string): Promise<string | null> {
    const list = listOf(key);
    if (this.undropped.has(list)) await this.drop(list);
    if (this.undropped.has(list)) return null;
    try {
      const known = await this.link.run('get', (client) => client.get(this.generationKey(list)));
      return `${this.prefix}${known ?? (await this.firstGeneration(list))}:${key}`;
    } catch {
      return null;
    }
  }

  /** What cannot be had, or not be opened, is missing. @param place null when there is none to be trusted */
  async get(place: string | null): Promise<string | undefined> {
    try {
      if (place === null) throw new Error('Redis cannot be asked.');
      const sealed = await this.link.run('get', () => this.store.get<string>(place));
      const value = sealed === undefined || sealed === null ? undefined : this.box.open(sealed, placeOfValue(place));
      this.figures[value === undefined ? 'miss' : 'hit']++;
      return value;
    } catch {
      this.figures.error++;
      return undefined;
    }
  }

  async set(place: string, value: string, ttl: number): Promise<void> {
    try {
      await this.link.run('set', () => this.store.set(place, this.box.seal(value, placeOfValue(place)), ttl));
    } catch {
      // The next reader loads it again.
    }
  }

  /** Makes every value of the list unfindable, for all processes. False when Redis could not be told yet. */
  async drop(list: string): Promise<boolean> {
    const latest = Symbol(list);
    this.undropped.set(list, latest);
    try {
      await this.link.run('multi', (client) =>
        client
          .multi()
          .set(this.generationKey(list), randomUUID())
          .publish(`${this.prefix}dropped`, `${this.self} ${list}`)
          .exec(),
      );
      // An earlier drop does not vouch for a later change.
      if (this.undropped.get(list) === latest) this.undropped.delete(list);
      return true;
    } catch {
      // Tried again before the list is next read from Redis, when Redis is back, and when nobody reads.
      this.retry ??= setTimeout(() => this.dropAgain(), RETRY_MS).unref();
      return false;
    }
  }

  answers(): Promise<boolean> {
    return this.link.answers();
  }

  close(): void {
    clearTimeout(this.retry);
  }

  private dropAgain(): void {
    this.retry = undefined;
    for (const list of this.undropped.keys()) void this.drop(list);
  }

  /** Of many processes that find none, one gives the first; the others take it. */
  private async firstGeneration(list: string): Promise<string> {
    const key = this.generationKey(list);
    const own = randomUUID();
    await this.link.run('set', (client) => client.set(key, own, { NX: true }));
    return (await this.link.run('get', (client) => client.get(key))) ?? own;
  }

  private generationKey(list: string): string {
    return `${this.prefix}generation:${list}`;
  }
}

function placeOfValue(place: string): string {
  return `Redis:${place}`;
}
