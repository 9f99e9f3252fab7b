import { EntitySchema } from 'typeorm';

/** One thing that has happened. `sequence` is given by the database in the order of writing. */
export interface EventLogRecord {
  sequence: number;
  eventId: string;
  stream: string;
  streamId: string;
  streamVersion: number;
  type: string;
  /** Which form the payload has: EVENT_VERSIONS says how to read it. */
  schemaVersion: number;
  payload: string;
  /** The changed fields as they were before, as JSON; null for a stream's first event. */
  previous: string | null;
  occurredAt: Date;
  actor: string;
  correlationId: string;
  /** The client's address; null for what the product does by itself. */
  address: string | null;
}

export const EventLogSchema = new EntitySchema<EventLogRecord>({
  name: 'EventLog',
  tableName: 'EventLog',
  columns: {
    sequence: { name: 'Sequence', type: 'bigint', primary: true, generated: 'increment' },
    eventId: { name: 'EventId', type: 'uniqueidentifier' },
    stream: { name: 'Stream', type: 'nvarchar', length: 50 },
    streamId: { name: 'StreamId', type: 'uniqueidentifier' },
    streamVersion: { name: 'StreamVersion', type: 'int' },
    type: { name: 'Type', type: 'nvarchar', length: 100 },
    schemaVersion: { name: 'SchemaVersion', type: 'int' },
    payload: { name: 'Payload', type: 'nvarchar', length: 'MAX' },
    previous: { name: 'Previous', type: 'nvarchar', length: 'MAX', nullable: true },
    occurredAt: { name: 'OccurredAt', type: 'datetime2', precision: 3 },
    actor: { name: 'Actor', type: 'nvarchar', length: 100 },
    correlationId: { name: 'CorrelationId', type: 'nvarchar', length: 64 },
    address: { name: 'Address', type: 'nvarchar', length: 45, nullable: true },
  },
});
