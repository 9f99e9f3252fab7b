import { AggregateRoot } from '@fleet/domain/shared/aggregate-root';
import { PastEvent } from '@fleet/domain/shared/past-event';
import { EventLog } from '@fleet/infrastructure/shared/database/event-log';
import { Projection } from '@fleet/infrastructure/shared/event-sourcing/projection';

/**
 * Keeps the streams of one kind of aggregate in memory while a history is lived, and has the product's own projection
 * write what has become of them at its end: each row once, not at every step.
 */
export class HistoryStreams<A extends AggregateRoot & { snapshot(): unknown }> {
  private readonly streams = new Map<string, PastEvent[]>();
  private readonly snapshots = new Map<string, ReturnType<A['snapshot']>>();

  constructor(
    private readonly replay: (id: string, events: readonly PastEvent[]) => A,
    private readonly projection: Projection<A>,
    private readonly events: EventLog,
  ) {}

  find(id: string): A | null {
    const past = this.streams.get(id);
    return past ? this.replay(id, past) : null;
  }

  async append(aggregate: A): Promise<void> {
    const past = this.streams.get(aggregate.id) ?? [];
    this.streams.set(aggregate.id, [...past, ...aggregate.events]);
    this.snapshots.set(aggregate.id, aggregate.snapshot() as ReturnType<A['snapshot']>);
    await this.events.append(aggregate.events);
  }

  has(id: string): boolean {
    return this.streams.has(id);
  }

  /** As they are now, in the order in which they were made. */
  states(): Iterable<ReturnType<A['snapshot']>> {
    return this.snapshots.values();
  }

  state(id: string): ReturnType<A['snapshot']> | undefined {
    return this.snapshots.get(id);
  }

  async store(): Promise<void> {
    for (const [id, past] of this.streams) await this.projection.insert(this.replay(id, past));
  }
}
