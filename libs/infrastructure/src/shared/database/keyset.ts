import { createHash } from 'node:crypto';
import { InvalidCursorError } from '@fleet/application/shared/application-error';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { SqlValue } from './dialect';
import { ReadDatabase } from './read-database';

/** One condition of a WHERE clause, with a `?` for each parameter. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

export type SortKind = 'text' | 'number' | 'instant';

export interface Sort<Row> {
  /** The column. Ties are broken by Id, in the same direction. */
  readonly column: string;
  /** The field of the row that holds the column's value. */
  readonly field: keyof Row & string;
  readonly kind: SortKind;
  readonly descending: boolean;
}

export interface KeysetList<Row> {
  /** The list's name: a cursor of one list is refused by another. */
  readonly name: string;
  /** `SELECT … FROM …` without WHERE. */
  readonly select: string;
  readonly conditions: readonly Condition[];
  readonly sort: Sort<Row>;
  /** The filters as the caller gave them: a cursor is good for these only. */
  readonly scope: unknown;
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
  const { column, descending, field } = list.sort;
  const conditions = [...list.conditions, ...afterCursor(list, cursor)];
  const where = conditions.length > 0 ? `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}` : '';
  const direction = descending ? 'DESC' : 'ASC';
  const rows = await database.query<Row>(
    `${list.select} ${where} ORDER BY ${column} ${direction}, Id ${direction} ${database.dialect.firstRows}`,
    [...conditions.flatMap(({ parameters }) => parameters), limit + 1],
  );
  if (rows.length <= limit) return { items: rows, nextCursor: null };
  const items = rows.slice(0, limit);
  const last = items[limit - 1]!;
  return { items, nextCursor: encodeCursor([fingerprint(list), last[field], last.id]) };
}

function afterCursor<Row>(list: KeysetList<Row>, cursor: string | undefined): Condition[] {
  if (cursor === undefined) return [];
  const { column, kind, descending } = list.sort;
  const [value, id] = decodeCursor(cursor, fingerprint(list), kind);
  const beyond = descending ? '<' : '>';
  // The first half lets the index be entered at the key; engines do not see that in the OR alone.
  return [
    {
      sql: `${column} ${beyond}= ? AND (${column} ${beyond} ? OR Id ${beyond} ?)`,
      parameters: [value, value, id],
    },
  ];
}

function fingerprint<Row>({ name, sort, scope }: KeysetList<Row>): string {
  const text = JSON.stringify([name, sort.column, sort.descending, scope]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 11);
}

function encodeCursor(parts: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function decodeCursor(cursor: string, expected: string, kind: SortKind): [SqlValue, string] {
  const parts = parse(cursor);
  const [scope, value, id] = parts;
  if (parts.length !== 3 || scope !== expected || typeof id !== 'string' || !UUID.test(id))
    throw new InvalidCursorError();
  if (kind === 'number' && Number.isSafeInteger(value)) return [value as number, id];
  if (kind === 'text' && typeof value === 'string' && !value.includes('\0')) return [value, id];
  if (kind === 'instant' && typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value))) {
    return [new Date(value), id];
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
