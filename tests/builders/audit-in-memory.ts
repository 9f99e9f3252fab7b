import { AuditEntry } from '@fleet/application/audit/audit-entry.view';
import { Audited, AuditQueries, PastEvent } from '@fleet/application/audit/audit.queries';
import { Page, PageRequest } from '@fleet/application/shared/page';

/** @param time of 30 January 2026, the day before NOW */
export function pastEvent(type: string, version: number, time: string, payload: PastEvent['payload']): PastEvent {
  return { type, version, occurredAt: `2026-01-30T${time}Z`, payload };
}

/** What has happened to one thing, of whatever kind and id it is asked for. */
export class AuditInMemory extends AuditQueries {
  constructor(private readonly events: readonly PastEvent[]) {
    super();
  }

  list(): Promise<Page<AuditEntry>> {
    throw new Error('No test lists everything in memory.');
  }

  async history(of: Audited, { cursor }: PageRequest): Promise<Page<AuditEntry>> {
    const beyond = cursor === undefined ? this.events : [];
    return { items: beyond.map((event) => entryOf(of, event)).reverse(), nextCursor: null };
  }

  async *streamHistory(): AsyncGenerator<PastEvent> {
    yield* this.events;
  }
}

function entryOf(of: Audited, { type, version, occurredAt }: PastEvent): AuditEntry {
  const from = { requestId: 'r', address: '203.0.113.7' };
  return { id: `e-${version}`, occurredAt, actor: 'user:u', ...of, action: type, version, ...from, changes: [] };
}
