import { Injectable } from '@nestjs/common';
import { PastEvent } from '@fleet/domain/shared/past-event';
import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { EventReader, StoredEvent } from '@fleet/infrastructure/shared/personal-data/event-reader';

interface StreamRow extends StoredEvent {
  readonly version: number | string;
  readonly occurredAt: string;
}

const SELECT = `SELECT EventId AS "eventId", Stream AS "stream", StreamId AS "streamId", StreamVersion AS "version",
  Type AS "type", SchemaVersion AS "schemaVersion", Payload AS "payload", Previous AS "previous",
  OccurredAt AS "occurredAt" FROM EventLog`;

/** Reads whole streams of events, inside a unit of work as it has written them so far. */
@Injectable()
export class EventStreams {
  constructor(
    private readonly database: PrimaryDatabase,
    private readonly reader: EventReader,
  ) {}

  /** The events of some streams of one kind, each the oldest first; a stream without events is not in the answer. */
  async read(stream: string, ids: readonly string[]): Promise<ReadonlyMap<string, PastEvent[]>> {
    if (ids.length === 0) return new Map();
    const sql = `${SELECT} ${this.database.dialect.byIndex('UQ_EventLog_StreamVersion')}
      WHERE Stream = ? AND StreamId IN (${ids.map(() => '?').join(', ')}) ORDER BY StreamId, StreamVersion`;
    const rows = await this.database.query<StreamRow>(sql, [stream, ...ids]);
    const streams = new Map<string, PastEvent[]>();
    for (const { streamId, type, version, occurredAt, payload } of await this.reader.read(rows)) {
      const events = streams.get(streamId) ?? [];
      events.push({ type, version: Number(version), occurredAt: new Date(occurredAt), payload });
      streams.set(streamId, events);
    }
    return streams;
  }
}
