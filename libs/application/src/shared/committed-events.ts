import { DomainEvent } from '@fleet/domain/shared/domain-event';

/** Hears, after the commit, what has happened. What it throws is logged and changes nothing. */
export type CommittedEventsListener = (events: readonly DomainEvent[]) => Promise<void>;

/** Where the unit of work tells what it has committed, before its caller goes on. */
export abstract class CommittedEvents {
  abstract subscribe(listener: CommittedEventsListener): void;
}
