import { AggregateRoot } from '@fleet/domain/shared/aggregate-root';
import { PastEvent } from '@fleet/domain/shared/past-event';
import { EventLog } from '@fleet/infrastructure/shared/database/event-log';
import { EventStreams } from './event-streams';
import { Projection } from './projection';

/** How one kind of aggregate is made from its stream. */
export interface EventSourced<A extends AggregateRoot> {
  /** The name of its streams. */
  readonly stream: string;
  readonly replay: (id: string, events: readonly PastEvent[]) => A;
}

/**
 * Loads aggregates from their events, and writes their new events and what readers see of them in one transaction. Of two
 * who change the same one the second finds another version, of the row or of the stream, and has to look again.
 */
export class EventSourcedRepository<A extends AggregateRoot> {
  private readonly loaded = new WeakMap<A, readonly PastEvent[]>();

  constructor(
    private readonly of: EventSourced<A>,
    private readonly streams: EventStreams,
    private readonly eventLog: EventLog,
    private readonly projection: Projection<A>,
  ) {}

  async find(id: string): Promise<A | null> {
    const events = (await this.streams.read(this.of.stream, [id])).get(id);
    if (!events) return null;
    const aggregate = this.of.replay(id, events);
    this.loaded.set(aggregate, events);
    return aggregate;
  }

  lock(id: string): Promise<boolean> {
    return this.projection.lock(id);
  }

  async add(aggregate: A): Promise<void> {
    await this.projection.insert(aggregate);
    await this.eventLog.append(aggregate.events);
  }

  /** Does nothing when nothing has happened to it. @throws ConcurrentUpdateError */
  async update(aggregate: A): Promise<void> {
    if (!aggregate.hasChanged) return;
    // The row first: whoever comes second waits there, before either writes to the log.
    await this.projection.update(aggregate, this.of.replay(aggregate.id, this.loaded.get(aggregate)!));
    await this.eventLog.append(aggregate.events);
  }

  /** @throws ConcurrentUpdateError */
  async remove(aggregate: A): Promise<void> {
    await this.projection.remove(aggregate);
    await this.eventLog.append(aggregate.events);
  }
}
