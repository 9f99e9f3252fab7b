import { AggregateRepository } from '@fleet/domain/shared/aggregate-repository';
import { AggregateRoot } from '@fleet/domain/shared/aggregate-root';
import { EventLog } from '@fleet/infrastructure/shared/database/event-log';

type Aggregate = AggregateRoot & { snapshot(): unknown };
type SnapshotOf<A extends Aggregate> = ReturnType<A['snapshot']>;

/**
 * Keeps aggregates in memory while a history is lived, and has the product's own repository store them at its end:
 * each row is written once, not at every step. The use cases of a history ask their repositories for no more than this.
 */
export class HistoryRepository<A extends Aggregate> extends AggregateRepository<A> {
  private readonly snapshots = new Map<string, SnapshotOf<A>>();

  constructor(
    private readonly restore: (snapshot: SnapshotOf<A>) => A,
    private readonly repository: AggregateRepository<A>,
    private readonly events: EventLog,
  ) {
    super();
  }

  async find(id: string): Promise<A | null> {
    const snapshot = this.snapshots.get(id);
    return snapshot ? this.restore(snapshot) : null;
  }

  /** Nobody else is there to be kept waiting. */
  async lock(id: string): Promise<boolean> {
    return this.snapshots.has(id);
  }

  async add(aggregate: A): Promise<void> {
    this.snapshots.set(aggregate.id, aggregate.snapshot() as SnapshotOf<A>);
    await this.events.append(aggregate.events);
  }

  update(aggregate: A): Promise<void> {
    return this.add(aggregate);
  }

  async remove(aggregate: A): Promise<void> {
    this.snapshots.delete(aggregate.id);
    await this.events.append(aggregate.events);
  }

  /** A restored aggregate has no events of its own, so this writes rows alone. */
  async store(): Promise<void> {
    for (const snapshot of this.snapshots.values()) await this.repository.add(this.restore(snapshot));
  }
}
