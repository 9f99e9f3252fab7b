import { SqliteConnection } from '@fleet/infrastructure/shared/database/sqlite-driver';
import type { FastifyRequest } from 'fastify';
import { v7 } from 'uuid';

/** Who asked, and when: what every event of one request shares. */
export interface Occasion {
  readonly now: string;
  readonly requestId: string;
}

export type EventWriter = (
  occasion: Occasion,
  stream: string,
  streamId: string,
  version: number,
  type: string,
  payload: object,
) => void;

export function occasion({ headers }: FastifyRequest): Occasion {
  return { now: new Date().toISOString(), requestId: (headers['x-request-id'] as string | undefined) ?? v7() };
}

export function eventWriter(database: SqliteConnection): EventWriter {
  const insert = database.prepare(
    `INSERT INTO EventLog (EventId, Stream, StreamId, StreamVersion, Type, Payload, OccurredAt, Actor, CorrelationId)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'system', ?)`,
  );
  return ({ now, requestId }, stream, streamId, version, type, payload) => {
    insert.run(v7(), stream, streamId, version, type, JSON.stringify(payload), now, requestId);
  };
}
