import { AuditedEntity } from '@fleet/domain/audit/audited-entity';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { AuditEntry } from './audit-entry.view';

export interface AuditFilter {
  readonly entity?: AuditedEntity | undefined;
  readonly entityId?: string | undefined;
  /** The whole of it: `user:<id>`. */
  readonly actor?: string | undefined;
  /** The type of the event: `VehicleRegistered`. */
  readonly action?: string | undefined;
  /** It happened at this instant or later. */
  readonly from?: Date | undefined;
  /** It happened before this instant. */
  readonly to?: Date | undefined;
}

export interface AuditListRequest extends PageRequest {
  readonly filter: AuditFilter;
}

/** One thing, whatever has become of it. */
export interface Audited {
  readonly entity: AuditedEntity;
  readonly entityId: string;
}

/** What an event says of the state of its thing. */
export interface PastEvent {
  readonly type: string;
  readonly version: number;
  readonly occurredAt: string;
  /** The fields as they were from then on; null where a value was erased. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The read side of what has happened. */
export abstract class AuditQueries {
  /** The latest first. @throws InvalidCursorError */
  abstract list(request: AuditListRequest): Promise<Page<AuditEntry>>;

  /** What has happened to one thing, the latest first; nothing for what never was. @throws InvalidCursorError */
  abstract history(of: Audited, page: PageRequest): Promise<Page<AuditEntry>>;

  /** The same from its beginning, however long it is: memory holds a few at a time, and others get their turn. */
  abstract streamHistory(of: Audited): AsyncIterable<PastEvent>;
}
