import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { AggregateRoot } from '@fleet/domain/shared/aggregate-root';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { EventLog } from '@fleet/infrastructure/shared/database/event-log';
import { EventStreams } from '@fleet/infrastructure/shared/event-sourcing/event-streams';
import { ReplayedStreams } from './replayed-streams';

const A_TRANSACTION = 500;

/** An event log that the product itself has written: personal fields are sealed under keys, as everywhere. */
export class ReplayedLog {
  constructor(
    private readonly of: ReplayedStreams,
    private readonly unitOfWork: UnitOfWork,
    private readonly eventLog: EventLog,
    private readonly streams: EventStreams,
    private readonly ids: IdGenerator,
  ) {}

  /** Writes so many new ones, and gives their ids. */
  async write(count: number, make: (id: string) => AggregateRoot): Promise<string[]> {
    const written = Array.from({ length: count }, () => this.ids.next());
    for (let from = 0; from < count; from += A_TRANSACTION) {
      const events = written.slice(from, from + A_TRANSACTION).flatMap((id) => make(id).events);
      await this.unitOfWork.run(() => this.eventLog.append(events));
    }
    return written;
  }

  /** Rebuilds these from their events, together. @returns the number of events that this took */
  async replay(ids: readonly string[]): Promise<number> {
    let events = 0;
    for (const [id, stream] of await this.streams.read(this.of.stream, ids)) {
      events += this.of.replay(id, stream).version;
    }
    return events;
  }
}
