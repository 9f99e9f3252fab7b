import { setImmediate as othersTurn } from 'node:timers/promises';
import { PageRequest } from '@fleet/application/shared/page';
import { SqlValue } from './dialect';
import { Condition, KeysetList, keysetPage } from './keyset';
import { ReadDatabase } from './read-database';
import { entriesIn, Entries, idsOf } from './uneven-filters';

/** So many rows are looked up and sorted within some milliseconds. */
export const FEW = 2_000;

type Identified = { id: string };

/**
 * The ids of a page's rows, and of one behind it. The embedded engine works in the event loop, so the entries are looked
 * through {@link FEW} at a time, with others' turns between: the best of a part compete with the best of those before.
 * @param byId the list by all that must hold besides
 */
export async function bestOf<Row extends Identified>(
  database: ReadDatabase,
  byId: KeysetList<Row>,
  entries: Entries,
  { limit, cursor }: PageRequest,
): Promise<Condition> {
  let best = theseIds([]);
  let after: Condition[] = [];
  for (;;) {
    const end = await endOfPart(database, entries, after);
    const ids = union(idsOf(entries, [...after, ...bounds('<=', entries, end)]), best);
    const { items } = await keysetPage(database, withIds(byId, ids), { limit: limit + 1, cursor });
    best = theseIds(items.map(({ id }) => id));
    if (!end) return best;
    after = bounds('>', entries, end);
    await othersTurn();
  }
}

interface EntryKey {
  readonly key: SqlValue;
  readonly id: string;
}

/** The last entry of the next {@link FEW}; undefined when there are no more. */
async function endOfPart(
  database: ReadDatabase,
  entries: Entries,
  after: readonly Condition[],
): Promise<EntryKey | undefined> {
  const { sql, parameters } = entriesIn(entries, after);
  const { key, id } = entries;
  const text = `SELECT ${key} AS "key", ${id} AS "id" FROM ${sql} ORDER BY ${key}, ${id} ${database.dialect.firstRows} OFFSET ?`;
  const [end] = await database.query<EntryKey>(text, [...parameters, 1, FEW - 1]);
  return end;
}

function bounds(operator: '>' | '<=', { key, id }: Entries, entry: EntryKey | undefined): Condition[] {
  return entry ? [{ sql: `(${key}, ${id}) ${operator} (?, ?)`, parameters: [entry.key, entry.id] }] : [];
}

/** One text, however many there are. */
function theseIds(ids: readonly string[]): Condition {
  return { sql: 'SELECT value FROM json_each(?)', parameters: [JSON.stringify(ids)] };
}

function union(one: Condition, other: Condition): Condition {
  return { sql: `${one.sql} UNION ALL ${other.sql}`, parameters: [...one.parameters, ...other.parameters] };
}

/** The list's rows among these. */
export function withIds<Row extends Identified>(
  list: KeysetList<Row>,
  { sql, parameters }: Condition,
): KeysetList<Row> {
  return { ...list, conditions: [...list.conditions, { sql: `Id IN (${sql})`, parameters }] };
}
