import { AggregateRoot } from '@fleet/domain/shared/aggregate-root';
import { EventSourced } from './event-sourced-repository';
import { Projection } from './projection';

/** One kind of aggregate whose rows can be made anew from its streams. */
export abstract class RebuiltKind<A extends AggregateRoot = AggregateRoot> {
  abstract readonly of: EventSourced<A>;

  /** Where its main rows are. */
  abstract readonly table: string;

  abstract readonly projection: Projection<A>;

  /**
   * Takes out of the way of the aggregate's rows what stands there and has drifted from its own stream, in the present unit
   * of work, and says whose it was: their rows have to be made anew in the same unit of work.
   * @param right whose rows are as their streams say, and are left
   */
  abstract makeRoom(aggregate: A, right: ReadonlySet<string>): Promise<string[]>;

  /** Counts anew what is counted along with the rows. */
  abstract recount(): Promise<void>;
}
