import { AggregateRoot } from './aggregate-root';

/** Where the aggregates of one kind are kept. Every write stores the row and its events, or neither. */
export abstract class AggregateRepository<A extends AggregateRoot> {
  abstract find(id: string): Promise<A | null>;

  abstract add(aggregate: A): Promise<void>;

  /** Does nothing when nothing has happened to the aggregate. Throws when somebody else changed it meanwhile. */
  abstract update(aggregate: A): Promise<void>;

  /** Throws when somebody else changed the aggregate meanwhile. */
  abstract remove(aggregate: A): Promise<void>;
}
