import { Page, PageRequest } from '@fleet/application/shared/page';
import { Audited, AuditQueries } from './audit.queries';
import { AuditEntry } from './audit-entry.view';

/** A page of a history; null when there is no such thing, and never was. @throws InvalidCursorError */
export async function historyPage(
  audit: AuditQueries,
  of: Audited,
  page: PageRequest,
): Promise<Page<AuditEntry> | null> {
  const entries = await audit.history(of, page);
  // Whatever is there has begun at some time.
  return entries.items.length === 0 && page.cursor === undefined ? null : entries;
}

/** What is shown to somebody who sees only the own: where others have acted from is none of it. */
export function withoutAddresses({ items, nextCursor }: Page<AuditEntry>): Page<AuditEntry> {
  return { items: items.map((entry) => ({ ...entry, address: null })), nextCursor };
}
