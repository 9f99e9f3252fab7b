import type { Type } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

/** Of each class; nobody asks the same in more ways for long. */
const MAX_QUERIES = 100;
/** A cursor and some filters. */
const LONGEST_QUERY = 500;

/**
 * Remembers good queries as what they were read to be, because the same ones come all the time and checking one takes as
 * long as answering from memory. It can, because whether a query is good depends on nothing but itself.
 */
export class KnownQueries {
  private readonly known = new WeakMap<Type, LRUCache<string, object>>();

  /** @param read gives what is remembered, or throws what is not; nobody may change it afterwards */
  get(queryClass: Type, query: Record<string, unknown>, read: () => object): object {
    const text = JSON.stringify(query);
    if (text.length > LONGEST_QUERY) return read();
    const known = this.queriesOf(queryClass);
    let instance = known.get(text);
    if (!instance) {
      instance = Object.freeze(read());
      known.set(text, instance);
    }
    return instance;
  }

  private queriesOf(queryClass: Type): LRUCache<string, object> {
    let known = this.known.get(queryClass);
    if (!known) {
      known = new LRUCache({ max: MAX_QUERIES });
      this.known.set(queryClass, known);
    }
    return known;
  }
}
