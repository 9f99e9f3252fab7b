import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AuditEntry } from '@fleet/application/audit/audit-entry.view';
import {
  Audited,
  AuditFilter,
  AuditListRequest,
  AuditQueries,
  PastEvent,
} from '@fleet/application/audit/audit.queries';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { AUDITED_ENTITIES } from '@fleet/domain/audit/audited-entity';
import { compare } from '@fleet/infrastructure/shared/database/conditions';
import { Condition, KeysetList, keysetPage } from '@fleet/infrastructure/shared/database/keyset';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { EventReader } from '@fleet/infrastructure/shared/personal-data/event-reader';
import { AuditRow, auditEntry, SELECT_EVENTS, stored } from './audit-row';

/** Few enough that the event loop is held up for a few milliseconds. */
const STREAM_BATCH = 500;

type Order = Pick<KeysetList<AuditRow>, 'sort' | 'tie'>;

const LATEST_FIRST: Order = {
  sort: { column: 'OccurredAt', field: 'occurredAt', kind: 'instant', descending: true },
  tie: { column: 'Sequence', field: 'sequence', kind: 'number' },
};

const OF_STREAM = 'UQ_EventLog_StreamVersion';

/** Of one thing, whose versions are in the order of time and have an index. */
const HIGHEST_VERSION_FIRST: Order = {
  sort: { column: 'StreamVersion', field: 'version', kind: 'number', descending: true },
  tie: null,
};

@Injectable()
export class SqlAuditQueries extends AuditQueries {
  constructor(
    private readonly database: ReadDatabase,
    private readonly events: EventReader,
  ) {
    super();
  }

  list({ filter, ...page }: AuditListRequest): Promise<Page<AuditEntry>> {
    const { entity, entityId, actor, action, from, to } = filter;
    const conditions = [
      ...isOf(filter),
      ...compare('Actor', '=', actor),
      ...compare('Type', '=', action),
      ...compare('OccurredAt', '>=', from),
      ...compare('OccurredAt', '<', to),
    ];
    const order = entity && entityId ? HIGHEST_VERSION_FIRST : LATEST_FIRST;
    return this.page(
      { name: 'audit', select: this.selectBy(indexFor(filter)), conditions, ...order, scope: filter },
      page,
    );
  }

  history(of: Audited, page: PageRequest): Promise<Page<AuditEntry>> {
    const list = {
      name: 'history',
      select: this.selectBy(OF_STREAM),
      conditions: isOf(of),
      ...HIGHEST_VERSION_FIRST,
      scope: of,
    };
    return this.page(list, page);
  }

  async *streamHistory({ entity, entityId }: Audited): AsyncGenerator<PastEvent> {
    const next = `${this.selectBy(OF_STREAM)} WHERE Stream = ? AND StreamId = ? AND StreamVersion > ? ORDER BY StreamVersion
      ${this.database.dialect.firstRows}`;
    for (let last = 0, rows: AuditRow[] | undefined; !rows || rows.length === STREAM_BATCH; await nextTurn()) {
      rows = await this.database.query<AuditRow>(next, [entity, entityId, last, STREAM_BATCH]);
      yield* await this.events.read(rows.map(stored));
      last = rows.at(-1)?.version ?? last;
    }
  }

  private selectBy(index: string): string {
    return `${SELECT_EVENTS} ${this.database.dialect.byIndex(index)}`;
  }

  private async page(list: KeysetList<AuditRow>, request: PageRequest): Promise<Page<AuditEntry>> {
    const { items, nextCursor } = await keysetPage(this.database, list, request);
    // As it was written: an audit shows what was sealed, and what a newer release has added.
    const events = await this.events.readAsWritten(items.map(stored));
    return { items: events.map(auditEntry), nextCursor };
  }
}

/**
 * Each filter has an index; of several the one is entered that leaves the least to look through as a rule. Left to
 * itself SQLite, which knows nothing of how many rows there are of each, takes the kind of thing for rarer than its id.
 */
function indexFor({ entity, entityId, actor, action }: AuditFilter): string {
  if (entityId) return OF_STREAM;
  return `IX_EventLog_${actor ? 'Actor' : action ? 'Type' : entity ? 'Stream' : 'OccurredAt'}`;
}

/** An id alone is looked for among each kind of thing: the index of streams begins with the kind. */
function isOf({ entity, entityId }: Pick<AuditFilter, 'entity' | 'entityId'>): Condition[] {
  const anyKind = `Stream IN (${AUDITED_ENTITIES.map((name) => `'${name}'`).join(', ')})`;
  return [
    ...(entityId && !entity ? [{ sql: anyKind, parameters: [] }] : compare('Stream', '=', entity)),
    ...compare('StreamId', '=', entityId),
  ];
}
