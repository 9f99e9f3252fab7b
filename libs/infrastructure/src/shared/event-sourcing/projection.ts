import { AggregateRoot } from '@fleet/domain/shared/aggregate-root';

/** Keeps the rows that readers see of one kind of aggregate, as its events have made it. */
export abstract class Projection<A extends AggregateRoot> {
  abstract insert(aggregate: A): Promise<void>;

  /**
   * @param before as it was loaded
   * @throws ConcurrentUpdateError when the row is no longer that of `before`
   */
  abstract update(aggregate: A, before: A): Promise<void>;

  abstract remove(aggregate: A): Promise<void>;

  /** Writes all of its rows anew, whether there were any or not. The row is kept from others before. */
  abstract rewrite(aggregate: A): Promise<void>;

  /** Keeps others from changing the row until the present unit of work is over; false when there is none. */
  abstract lock(id: string): Promise<boolean>;
}
