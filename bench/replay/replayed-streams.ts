import { AggregateRoot } from '@fleet/domain/shared/aggregate-root';
import { PastEvent } from '@fleet/domain/shared/past-event';

/** The streams that a measurement replays: any kind of aggregate that is made from its events. */
export interface ReplayedStreams {
  readonly stream: string;
  /** Events of an ordinary one. */
  readonly length: number;
  /** An ordinary one, new, as everyday work leaves it. */
  ordinary(id: string): AggregateRoot;
  /** A new one to which so many things have happened. */
  ofLength(id: string, events: number): AggregateRoot;
  replay(id: string, events: readonly PastEvent[]): AggregateRoot;
}
