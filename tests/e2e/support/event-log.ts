import { EventReader, StoredEvent } from '@fleet/infrastructure/shared/personal-data/event-reader';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { TestApi } from './test-api';

export interface LoggedEvent {
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly occurredAt: string;
  readonly actor: string;
  readonly correlationId: string;
}

type LoggedRow = Omit<LoggedEvent, 'payload'> & StoredEvent;

const SELECT = `SELECT EventId AS "eventId", Stream AS "stream", StreamId AS "streamId", StreamVersion AS "version",
  Type AS "type", SchemaVersion AS "schemaVersion", Payload AS "payload", Previous AS "previous", OccurredAt AS "occurredAt", Actor AS "actor", CorrelationId AS "correlationId" FROM EventLog`;

/** What has happened to one vehicle, driver, trip or record, in the order of writing, as far as it can be read. */
export async function eventsOf(api: TestApi, streamId: string): Promise<LoggedEvent[]> {
  const database = api.app.get(ReadDatabase, { strict: false });
  const rows = await database.query<LoggedRow>(`${SELECT} WHERE StreamId = ? ORDER BY Sequence`, [streamId]);
  const events = await api.app.get(EventReader, { strict: false }).readAsWritten(rows);
  return events.map(
    ({ eventId: _, streamId: __, previous: ___, erased: ____, schemaVersion: _____, ...event }) => event,
  );
}
