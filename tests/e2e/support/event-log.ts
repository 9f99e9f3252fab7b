import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { TestApi } from './test-api';

export interface LoggedEvent {
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly payload: Record<string, unknown>;
  readonly occurredAt: string;
  readonly actor: string;
  readonly correlationId: string;
}

type LoggedRow = Omit<LoggedEvent, 'payload'> & { payload: string };

const SELECT = `SELECT Stream AS "stream", StreamVersion AS "version", Type AS "type", Payload AS "payload",
  OccurredAt AS "occurredAt", Actor AS "actor", CorrelationId AS "correlationId" FROM EventLog`;

/** What has happened to one vehicle, driver, trip or record, in the order of writing. */
export async function eventsOf(api: TestApi, streamId: string): Promise<LoggedEvent[]> {
  const database = api.app.get(ReadDatabase, { strict: false });
  const rows = await database.query<LoggedRow>(`${SELECT} WHERE StreamId = ? ORDER BY Sequence`, [streamId]);
  return rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) as Record<string, unknown> }));
}
