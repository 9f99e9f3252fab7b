import { AuditEntry } from '@fleet/application/audit/audit-entry.view';
import { AuditedEntity } from '@fleet/domain/audit/audited-entity';
import { fieldChanges } from '@fleet/domain/audit/field-changes';
import { ReadEvent, StoredEvent } from '@fleet/infrastructure/shared/personal-data/event-reader';

/** An event as the audit reads it; `id` is the event's own. */
export interface AuditRow extends Omit<StoredEvent, 'eventId'> {
  readonly id: string;
  readonly sequence: number | string;
  readonly stream: AuditedEntity;
  readonly version: number;
  readonly occurredAt: string;
  readonly actor: string;
  /** Not called an id: readers of SQL Server write ids in lower case, and this one is the client's text. */
  readonly correlation: string;
  readonly address: string | null;
}

export const SELECT_EVENTS = `SELECT EventId AS "id", Sequence AS "sequence", Stream AS "stream",
  StreamId AS "streamId", StreamVersion AS "version", Type AS "type",
  SchemaVersion AS "schemaVersion", Payload AS "payload", Previous AS "previous",
  OccurredAt AS "occurredAt", Actor AS "actor", CorrelationId AS "correlation", Address AS "address" FROM EventLog`;

/** What files are decrypted with is for the product alone: files are served by it, to those who may see them. */
const NEVER_SHOWN: readonly string[] = ['fileKeys'];

/** The row as events are read from it. */
export function stored(row: AuditRow): AuditRow & StoredEvent {
  return { ...row, eventId: row.id };
}

export function auditEntry(row: Omit<AuditRow, keyof ReadEvent> & ReadEvent): AuditEntry {
  const { payload, previous, erased } = row;
  return {
    id: row.id,
    occurredAt: row.occurredAt,
    actor: row.actor,
    entity: row.stream,
    entityId: row.streamId,
    action: row.type,
    version: row.version,
    requestId: row.correlation,
    address: row.address,
    changes: fieldChanges(payload, previous, erased).filter(({ field }) => !NEVER_SHOWN.includes(field)),
  };
}
