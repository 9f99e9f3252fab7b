/** An event's row as it is sealed: every column of it. `sequence` is text from SQL Server and a number from SQLite. */
export interface SealedEvent {
  readonly sequence: number | string;
  readonly eventId: string;
  readonly stream: string;
  readonly streamId: string;
  readonly streamVersion: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly payload: string;
  readonly previous: string | null;
  readonly occurredAt: string;
  readonly actor: string;
  /** Not called an id: readers of SQL Server write ids in lower case, and this one is the client's text. */
  readonly correlation: string;
  readonly address: string | null;
}

/** Of `EventLog AS e`. */
export const SEALED_COLUMNS = `e.Sequence AS "sequence", e.EventId AS "eventId", e.Stream AS "stream",
  e.StreamId AS "streamId", e.StreamVersion AS "streamVersion", e.Type AS "type", e.Payload AS "payload",
  e.Previous AS "previous", e.OccurredAt AS "occurredAt", e.Actor AS "actor", e.CorrelationId AS "correlation",
  e.Address AS "address", e.SchemaVersion AS "schemaVersion"`;

/**
 * The row as text, the same on both engines, and different for rows that differ: JSON shows where a value ends. What was
 * sealed before payloads had versions was in the first, so that one is not said: those seals are what they were.
 */
export function canonicalText(event: SealedEvent): string {
  const { sequence, eventId, stream, streamId, streamVersion, type, schemaVersion, payload, previous } = event;
  const { occurredAt, actor, correlation, address } = event;
  const what = [eventId, stream, streamId, streamVersion, type, payload, previous];
  const form = schemaVersion === 1 ? [] : [schemaVersion];
  return JSON.stringify([String(sequence), ...what, occurredAt, actor, correlation, address, ...form]);
}
