import { Principal } from '@fleet/application/identity/principal';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { Audited, AuditQueries } from './audit.queries';
import { AuditEntry } from './audit-entry.view';

/** Whose permissions and limits decide what of a history is shown. */
export type HistoryReader = Pick<Principal, 'permissions' | 'limitedTo'>;

/**
 * A page of a history; null when there is no such thing, and never was. Where people have acted from is shown to whoever
 * may read the whole audit.
 * @throws InvalidCursorError
 */
export async function historyPage(
  audit: AuditQueries,
  of: Audited,
  page: PageRequest,
  { permissions }: HistoryReader,
): Promise<Page<AuditEntry> | null> {
  const entries = await audit.history(of, page);
  // Whatever is there has begun at some time.
  if (entries.items.length === 0 && page.cursor === undefined) return null;
  return permissions.has('audit:read') ? entries : withoutAddresses(entries);
}

function withoutAddresses({ items, nextCursor }: Page<AuditEntry>): Page<AuditEntry> {
  return { items: items.map((entry) => ({ ...entry, address: null })), nextCursor };
}
