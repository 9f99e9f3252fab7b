import { AuditEntry } from '@fleet/application/audit/audit-entry.view';
import { AuditedEntity } from '@fleet/domain/audit/audited-entity';
import { fieldChanges } from '@fleet/domain/audit/field-changes';
import { EventPayload, StoredPayload } from '@fleet/infrastructure/shared/database/event-payloads';

/** An event as the audit reads it. */
export interface AuditRow extends StoredPayload {
  readonly sequence: number | string;
  readonly stream: AuditedEntity;
  readonly type: string;
  readonly occurredAt: string;
  readonly actor: string;
  /** Not called an id: readers of SQL Server write ids in lower case, and this one is the client's text. */
  readonly correlation: string;
  readonly address: string | null;
}

export const SELECT_EVENTS = `SELECT EventId AS "id", Sequence AS "sequence", Stream AS "stream",
  StreamId AS "streamId", StreamVersion AS "version", Type AS "type", Payload AS "payload", Previous AS "previous",
  OccurredAt AS "occurredAt", Actor AS "actor", CorrelationId AS "correlation", Address AS "address" FROM EventLog`;

export function auditEntry(row: AuditRow, { payload, previous, erased }: EventPayload): AuditEntry {
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
    changes: fieldChanges(payload, previous, erased),
  };
}
