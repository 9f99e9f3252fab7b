import { Injectable } from '@nestjs/common';
import { Action, ActionContext } from '@fleet/application/shared/action-context';
import { ConcurrentUpdateError } from '@fleet/application/shared/application-error';
import { DomainEvent } from '@fleet/domain/shared/domain-event';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { sealValues } from '@fleet/infrastructure/shared/personal-data/personal-values';
import { SqlPersonKeys } from '@fleet/infrastructure/shared/personal-data/sql-person-keys';
import { bulkInsert } from './bulk-insert';
import { EventLogRecord, EventLogSchema } from './event-log.record';
import { EVENT_VERSIONS } from './event-versions';
import { Transaction } from './transaction';
import { guarded } from './unique-keys';

const STREAM_VERSION_TAKEN = {
  name: 'UQ_EventLog_StreamVersion',
  column: 'EventLog.StreamVersion',
  error: () => new ConcurrentUpdateError(),
};

export type EventRow = Omit<EventLogRecord, 'sequence'>;

/** Writes down what has happened, in the transaction in which it happens. */
@Injectable()
export class EventLog {
  constructor(
    private readonly transaction: Transaction,
    private readonly context: ActionContext,
    private readonly ids: IdGenerator,
    private readonly personKeys: SqlPersonKeys,
  ) {}

  async append(events: readonly DomainEvent[]): Promise<void> {
    await this.insert(await this.toRows(events));
    this.transaction.events.push(...events);
  }

  /** The events as the log keeps them, with what is somebody's own encrypted under that person's key. */
  protected async toRows(events: readonly DomainEvent[]): Promise<EventRow[]> {
    const action = this.context.current;
    const keys = await this.personKeys.of(events);
    return events.map((event) => toEventRow(event, action, this.ids.next(), keys.get(event.streamId)));
  }

  protected async insert(rows: readonly EventRow[]): Promise<void> {
    await guarded([STREAM_VERSION_TAKEN], () => bulkInsert(this.transaction.manager, EventLogSchema, rows));
  }
}

/** The row of an event; the database gives it its sequence. @param key of the person whom the event tells of, if any */
function toEventRow(
  { stream, streamId, version, type, payload, previous, occurredAt }: DomainEvent,
  { actor, correlationId, address }: Action,
  eventId: string,
  key: Buffer | undefined,
): EventRow {
  const values = (column: 'Payload' | 'Previous', given: DomainEvent['payload']) =>
    JSON.stringify(key ? sealValues({ eventId, stream, column }, given, key) : given);
  return {
    eventId,
    stream,
    streamId,
    streamVersion: version,
    type,
    schemaVersion: EVENT_VERSIONS.current(type),
    payload: values('Payload', payload),
    previous: previous && values('Previous', previous),
    occurredAt,
    actor,
    correlationId,
    address: address ?? null,
  };
}
