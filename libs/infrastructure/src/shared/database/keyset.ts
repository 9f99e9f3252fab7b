import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { InvalidCursorError } from '@fleet/application/shared/application-error';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { textFault } from '@fleet/domain/shared/text';
import { Dialect, SqlValue } from './dialect';
import { ReadDatabase } from './read-database';

/** One condition of a WHERE clause, with a `?` for each parameter. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

export interface Alternative extends Condition {
  /** The index that SQLite enters for it, where it would take another. The list's own statement then names none. */
  readonly index?: string | undefined;
  /**
   * The table, when the index has all that is asked. SQLite reads the row of every entry before it asks anything of it:
   * so the page's ids are found in the index alone, and only their rows are read.
   */
  readonly coveredOf?: string | undefined;
}

export type SortKind = 'text' | 'number' | 'instant' | 'id';

export interface Key<Row> {
  readonly column: string;
  /** The field of the row that holds the column's value. */
  readonly field: keyof Row & string;
  readonly kind: SortKind;
}

/** The column that a list is sorted by. Ties are broken by the list's `tie`, in the same direction. */
export interface Sort<Row> extends Key<Row> {
  readonly descending: boolean;
}

export interface KeysetList<Row> {
  /** The list's name: a cursor of one list is refused by another. */
  readonly name: string;
  /** `SELECT … FROM …` without WHERE. */
  readonly select: string;
  readonly conditions: readonly Condition[];
  /** One of these must hold as well, and no two of them for one row. Each is looked up by itself, by its own index. */
  readonly alternatives?: readonly Alternative[] | undefined;
  readonly sort: Sort<Row>;
  /** What tells rows apart that share the sort's value: Id, unless it says otherwise; null when no two rows do. */
  readonly tie?: Key<Row> | null;
  /** The filters as the caller gave them: a cursor is good for these only. */
  readonly scope: unknown;
  /** Where the list ends before its last row; among the rows that share its value, at the last of them. */
  readonly end?: Condition | undefined;
  /** A statement around that of the page, which adds to its rows and has all of its columns. Its parameters come last. */
  readonly around?: ((page: string) => Condition) | undefined;
}

/**
 * One page after a key, so that page 10,000 costs what page 1 costs.
 * @throws InvalidCursorError
 */
export async function keysetPage<Row extends { id: string }>(
  database: ReadDatabase,
  list: KeysetList<Row>,
  { limit, cursor }: PageRequest,
): Promise<Page<Row>> {
  const rows = await database.query<Row>(...whole(list, statement(database.dialect, list, limit + 1, cursor)));
  if (rows.length <= limit) return { items: rows, nextCursor: null };
  const items = rows.slice(0, limit);
  const last = items[limit - 1]!;
  return { items, nextCursor: encodeCursor([fingerprint(list), ...keysOf(list).map((key) => valueOf(last, key))]) };
}

/** The end of the part of a table that begins where the page does and is `rows` long; undefined when it has no more rows. */
export async function keyFurtherOn<Row extends Identified>(
  database: ReadDatabase,
  table: string,
  list: KeysetList<Row>,
  rows: number,
  { cursor }: PageRequest,
): Promise<Condition | undefined> {
  const { column, descending } = list.sort;
  const [key = []] = cursor === undefined ? [] : keysBeyond(database.dialect, list, cursor);
  const [sql, parameters] = select(
    database.dialect,
    { ...list, select: `SELECT ${column} AS "value" FROM ${table}`, conditions: [] },
    1,
    key,
  );
  const [last] = await database.query<{ value: SqlValue }>(`${sql} OFFSET ?`, [...parameters, rows]);
  return last && { sql: `${column} ${descending ? '>=' : '<='} ?`, parameters: [last.value] };
}

const BY_ID = { column: 'Id', field: 'id', kind: 'id' } as const;

function keysOf<Row extends { id: string }>({ sort, tie = BY_ID }: KeysetList<Row>): [Key<Row>, ...Key<Row>[]] {
  return tie ? [sort, tie] : [sort];
}

/** SQL Server's driver gives large whole numbers as text. */
function valueOf<Row>(row: Row, { field, kind }: Key<Row>): unknown {
  return kind === 'number' ? Number(row[field]) : row[field];
}

type Statement = [sql: string, parameters: SqlValue[]];
type Identified = { id: string };

function whole<Row extends Identified>(list: KeysetList<Row>, [page, parameters]: Statement): Statement {
  if (!list.around) return [page, parameters];
  const around = list.around(page);
  return [`${around.sql} ${inOrder(list, namesOf(list))}`, [...parameters, ...around.parameters]];
}

function statement<Row extends Identified>(
  dialect: Dialect,
  list: KeysetList<Row>,
  rows: number,
  cursor?: string,
): Statement {
  const keys = cursor === undefined ? [[]] : keysBeyond(dialect, list, cursor);
  const alternatives = list.alternatives ?? [undefined];
  const parts = keys.flatMap((key) => alternatives.map((one) => select(dialect, list, rows, key, one)));
  if (parts.length === 1) return parts[0]!;
  const union = parts.map(([sql], index) => `SELECT * FROM (${sql}) AS part${index}`).join(' UNION ALL ');
  const sql = `${union} ${order(dialect, list, namesOf(list))}`;
  return [sql, [...parts.flatMap(([, parameters]) => parameters), rows]];
}

/**
 * Rows that share the key's value may be many: a fleet that was imported has one mileage, one date. So the index is
 * entered at value and tie together; where the engine cannot say that, at the rest of the value and at what follows.
 */
function keysBeyond<Row extends Identified>(dialect: Dialect, list: KeysetList<Row>, cursor: string): Condition[][] {
  const keys = keysOf(list);
  const values = decodeCursor(cursor, fingerprint(list), keys);
  const beyond = list.sort.descending ? '<' : '>';
  const [{ column }, tie] = keys;
  if (!tie) return [[{ sql: `${column} ${beyond} ?`, parameters: values }]];
  // At its own row numbers SQLite compares rows too, but enters no index there.
  if (dialect.comparesRows && tie.kind !== 'number') {
    return [[{ sql: `(${column}, ${tie.column}) ${beyond} (?, ?)`, parameters: values }]];
  }
  return [
    [{ sql: `${column} = ? AND ${tie.column} ${beyond} ?`, parameters: values }],
    [{ sql: `${column} ${beyond} ?`, parameters: [values[0]!] }],
  ];
}

function select<Row extends Identified>(
  dialect: Dialect,
  list: KeysetList<Row>,
  rows: number,
  key: readonly Condition[],
  alternative?: Alternative,
): Statement {
  // The key first: of two bounds on one column SQLite enters the index at the first, and a filter's would be far away.
  const conditions = [key, list.end ?? [], list.conditions, alternative ?? []].flat();
  const where = conditions.length > 0 ? `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}` : '';
  const columns = keysOf(list).map(({ column }) => column);
  const ordered = order(dialect, list, columns);
  const parameters = [...conditions.flatMap((condition) => condition.parameters), rows];
  const { index, coveredOf } = alternative ?? {};
  const by = index && dialect.engine === 'sqlite' ? dialect.byIndex(index) : '';
  if (!by || !coveredOf) return [`${list.select} ${by} ${where} ${ordered}`, parameters];
  const ids = `SELECT Id FROM ${coveredOf} ${by} ${where} ${ordered}`;
  return [`${list.select} WHERE Id IN (${ids}) ${ordered}`, [...parameters, rows]];
}

function order<Row>({ firstRows }: Dialect, list: KeysetList<Row>, columns: readonly string[]): string {
  return `${inOrder(list, columns)} ${firstRows}`;
}

function inOrder<Row>({ sort }: KeysetList<Row>, columns: readonly string[]): string {
  const direction = sort.descending ? 'DESC' : 'ASC';
  return `ORDER BY ${columns.map((column) => `${column} ${direction}`).join(', ')}`;
}

/** As the statement calls them. */
function namesOf<Row extends Identified>(list: KeysetList<Row>): string[] {
  return keysOf(list).map(({ field }) => `"${field}"`);
}

/** Most pages are of a list that was asked for before. */
const FINGERPRINTS = new LRUCache<string, string>({ max: 500 });

function fingerprint<Row>({ name, sort, scope }: KeysetList<Row>): string {
  const text = JSON.stringify([name, sort.column, sort.descending, scope]);
  const known = FINGERPRINTS.get(text);
  if (known !== undefined) return known;
  const made = createHash('sha256').update(text).digest('base64url').slice(0, 11);
  FINGERPRINTS.set(text, made);
  return made;
}

function encodeCursor(parts: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** The longest column that a list is sorted by. */
const MAX_TEXT = 500;
// SQL Server's years begin with 1.
const INSTANT = /^(?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function decodeCursor<Row>(cursor: string, expected: string, keys: readonly Key<Row>[]): SqlValue[] {
  const parts = parse(cursor);
  // The decoder passes over characters that are no base64; with them it is not the cursor that was given out.
  if (encodeCursor(parts) !== cursor) throw new InvalidCursorError();
  const [scope, ...values] = parts;
  if (scope !== expected || values.length !== keys.length) throw new InvalidCursorError();
  return values.map((value, index) => decodeValue(value, keys[index]!.kind));
}

function decodeValue(value: unknown, kind: SortKind): SqlValue {
  if (kind === 'number' && Number.isSafeInteger(value)) return value as number;
  if (kind === 'text' && typeof value === 'string' && textFault(value, MAX_TEXT) === null) return value;
  if (kind === 'id' && typeof value === 'string' && UUID.test(value)) return value;
  if (kind === 'instant' && typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value))) {
    return new Date(value);
  }
  throw new InvalidCursorError();
}

function parse(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts)) return parts;
  } catch {
    // Falls through: text that is no JSON is as broken as JSON that is no list.
  }
  throw new InvalidCursorError();
}
