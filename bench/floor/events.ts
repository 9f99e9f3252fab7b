import { EVENT_VERSIONS } from '@fleet/infrastructure/shared/database/event-versions';
import { SqliteConnection } from '@fleet/infrastructure/shared/database/sqlite-driver';
import type { FastifyRequest } from 'fastify';
import { v7 } from 'uuid';

/** The floor knows nobody; it writes down somebody who takes as much space as a user. */
const ACTOR = 'user:0198b8a0-0000-7000-8000-000000000000';

/** Who asked, and when: what every event of one request shares. */
export interface Occasion {
  readonly now: string;
  readonly requestId: string;
  readonly address: string;
}

export type EventWriter = (
  occasion: Occasion,
  stream: string,
  streamId: string,
  version: number,
  type: string,
  payload: object,
  previous?: object,
) => void;

export function occasion({ headers, ip }: FastifyRequest): Occasion {
  const requestId = (headers['x-request-id'] as string | undefined) ?? v7();
  return { now: new Date().toISOString(), requestId, address: ip };
}

export function eventWriter(database: SqliteConnection): EventWriter {
  const insert = database.prepare(
    `INSERT INTO EventLog (EventId, Stream, StreamId, StreamVersion, Type, SchemaVersion, Payload, Previous,
     OccurredAt, Actor, CorrelationId, Address) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '${ACTOR}', ?, ?)`,
  );
  return ({ now, requestId, address }, stream, streamId, version, type, payload, previous) => {
    const before = previous ? JSON.stringify(previous) : null;
    const form = EVENT_VERSIONS.current(type);
    insert.run(v7(), stream, streamId, version, type, form, JSON.stringify(payload), before, now, requestId, address);
  };
}
