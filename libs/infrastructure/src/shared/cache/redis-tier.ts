import { randomUUID } from 'node:crypto';
import { Cache, createCache } from 'cache-manager';
import { redisInsStore } from 'cache-manager-redis-yet';
import { listOf } from './cache-key';
import { RedisLink } from './redis-link';

// The store was written for the client's version 4; the commands that it uses are the same in 5.
type RedisStoreClient = Parameters<typeof redisInsStore>[0];

/**
 * The tier that processes share. Each list has a generation, and a value is kept under the generation that was
 * current before it was loaded: a value that was loaded before a change and stored after it is never found.
 */
export class RedisTier {
  private readonly self = randomUUID();
  private readonly store: Cache;
  /** Lists whose change Redis could not be told yet: what it has of them is outdated. */
  private readonly undropped = new Map<string, symbol>();

  constructor(
    private readonly link: RedisLink,
    private readonly prefix: string,
  ) {
    this.store = createCache(redisInsStore(link.client as unknown as RedisStoreClient));
  }

  /** @param onDropped is told each list that another process has dropped, or every one of `lists` after a reconnect */
  open(onDropped: (list: string) => void, lists: () => Iterable<string>): void {
    const onMessage = (message: string) => {
      const [sender, list] = message.split(' ');
      if (sender !== this.self && list) onDropped(list);
    };
    // While Redis was away drops were not heard, and could not be told.
    const onReady = () => [...lists()].forEach((list) => void this.drop(list));
    this.link.open(`${this.prefix}dropped`, onMessage, onReady);
  }

  /** The place of a value in the present generation, or null when Redis is away or may have an outdated value. */
  async place(key: string): Promise<string | null> {
    const list = listOf(key);
    if (this.undropped.has(list)) await this.drop(list);
    if (this.undropped.has(list)) return null;
    try {
      const generation = await this.link.run((client) => client.get(this.generationKey(list)));
      return `${this.prefix}${generation ?? 0}:${key}`;
    } catch {
      return null;
    }
  }

  async get(place: string): Promise<string | undefined> {
    try {
      return (await this.link.run(() => this.store.get<string>(place))) ?? undefined;
    } catch {
      return undefined;
    }
  }

  async set(place: string, value: string, ttl: number): Promise<void> {
    try {
      await this.link.run(() => this.store.set(place, value, ttl));
    } catch {
      // The next reader loads it again.
    }
  }

  /** Makes every value of the list unfindable, for all processes. */
  async drop(list: string): Promise<void> {
    const latest = Symbol(list);
    this.undropped.set(list, latest);
    try {
      await this.link.run((client) =>
        client.multi().incr(this.generationKey(list)).publish(`${this.prefix}dropped`, `${this.self} ${list}`).exec(),
      );
      // An earlier drop does not vouch for a later change.
      if (this.undropped.get(list) === latest) this.undropped.delete(list);
    } catch {
      // Tried again before the list is next read from Redis, and when Redis is back.
    }
  }

  answers(): Promise<boolean> {
    return this.link.answers();
  }

  close(): void {
    this.link.close();
  }

  private generationKey(list: string): string {
    return `${this.prefix}generation:${list}`;
  }
}
