import { Injectable } from '@nestjs/common';
import { Action, ActionContext } from '@fleet/application/shared/action-context';
import { ConcurrentUpdateError } from '@fleet/application/shared/application-error';
import { DomainEvent } from '@fleet/domain/shared/domain-event';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { bulkInsert } from './bulk-insert';
import { EventLogRecord, EventLogSchema } from './event-log.record';
import { Transaction } from './transaction';
import { guarded } from './unique-keys';

const STREAM_VERSION_TAKEN = {
  name: 'UQ_EventLog_StreamVersion',
  column: 'EventLog.StreamVersion',
  error: () => new ConcurrentUpdateError(),
};

/** Writes down what has happened, in the transaction in which it happens. */
@Injectable()
export class EventLog {
  constructor(
    private readonly transaction: Transaction,
    private readonly context: ActionContext,
    private readonly ids: IdGenerator,
  ) {}

  async append(events: readonly DomainEvent[]): Promise<void> {
    const action = this.context.current;
    const rows = events.map((event) => toEventRecord(event, action, this.ids.next()));
    await guarded([STREAM_VERSION_TAKEN], () => bulkInsert(this.transaction.manager, EventLogSchema, rows));
    this.transaction.events.push(...events);
  }
}

/** The row of an event; the database gives it its sequence. */
export function toEventRecord(
  { stream, streamId, version, type, payload, previous, occurredAt }: DomainEvent,
  { actor, correlationId, address }: Action,
  eventId: string,
): Omit<EventLogRecord, 'sequence'> {
  return {
    eventId,
    stream,
    streamId,
    streamVersion: version,
    type,
    payload: JSON.stringify(payload),
    previous: previous && JSON.stringify(previous),
    occurredAt,
    actor,
    correlationId,
    address: address ?? null,
  };
}
