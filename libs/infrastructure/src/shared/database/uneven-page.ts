import { Page, PageRequest } from '@fleet/application/shared/page';
import { bestOf, FEW, withIds } from './best-of-entries';
import { KeysetList, keyFurtherOn, keysetPage } from './keyset';
import { ReadDatabase } from './read-database';
import { entriesIn, idsOf, UnevenFilter } from './uneven-filters';

/** So far along the order of the list a page is looked for. */
const FAR = 2_000;

interface Counted extends UnevenFilter {
  /** At most {@link FEW}. */
  readonly found: number;
}

/**
 * A page of a list with filters that may leave few rows or most. SQLite keeps no statistics here, so how many they leave is
 * counted, up to a limit: few are looked up by their ids and sorted; of many, a page is found along the order of the list,
 * unless all of them lie far away, and then they are sorted after all, few at a time, because the embedded engine works in the
 * event loop. SQL Server has statistics, and decides by itself.
 */
export async function unevenPage<Row extends { id: string }>(
  database: ReadDatabase,
  table: string,
  list: KeysetList<Row>,
  filters: readonly UnevenFilter[],
  request: PageRequest,
): Promise<Page<Row>> {
  const having = (more: KeysetList<Row>['conditions']) => ({ ...list, conditions: [...list.conditions, ...more] });
  if (database.dialect.engine !== 'sqlite' || filters.length === 0) {
    return keysetPage(database, having(filters.map(({ plain }) => plain)), request);
  }
  const [rarest, ...others] = await rarestFirst(database, filters);
  if (rarest!.found === FEW) {
    const along = having([rarest!, ...others].map(({ ofEach }) => ofEach));
    const end = await keyFurtherOn(database, table, along, FAR, request);
    const page = await keysetPage(database, { ...along, end }, request);
    if (!end || page.nextCursor !== null) return page;
  }
  const select = `${list.select} ${database.dialect.byIndex(`sqlite_autoindex_${table}_1`)}`;
  const byId = { ...having(others.map(({ ofEach }) => ofEach)), select };
  if (rarest!.found < FEW) return keysetPage(database, withIds(byId, idsOf(rarest!.entries)), request);
  const best = await bestOf(database, byId, rarest!.entries, request);
  // What has changed since a part was looked through no longer counts.
  return keysetPage(database, withIds({ ...byId, conditions: [...byId.conditions, rarest!.ofEach] }, best), request);
}

async function rarestFirst(database: ReadDatabase, filters: readonly UnevenFilter[]): Promise<Counted[]> {
  const counted: Counted[] = [];
  for (const filter of filters) {
    const { sql, parameters } = entriesIn(filter.entries);
    const count = `SELECT COUNT(*) AS "found" FROM (SELECT 1 FROM ${sql} ${database.dialect.firstRows})`;
    const [row] = await database.query<{ found: number }>(count, [...parameters, FEW]);
    counted.push({ ...filter, found: row!.found });
  }
  return counted.sort((one, other) => one.found - other.found);
}
