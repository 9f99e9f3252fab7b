import { endOf, queryWords } from './conditions';
import { Condition } from './keyset';

/** By an index: an entry for each row that a filter leaves, in the order of `key` and `id`. */
export interface Entries {
  readonly table: string;
  readonly where: Condition;
  /** The column that the index begins with. */
  readonly key: string;
  /** The column that has the row's id. */
  readonly id: string;
}

/**
 * A filter that leaves few rows or most of them, and that no index serves in the order of the list: words, the beginning
 * of a plate, a date before which something is due.
 */
export interface UnevenFilter {
  /** The condition, as an engine is told it that keeps statistics. */
  readonly plain: Condition;
  readonly entries: Entries;
  /** The condition as it is asked of one row after the other, and of no use to enter an index by. */
  readonly ofEach: Condition;
}

/**
 * Every word of `text`, the parameter `q` of a list, begins a term of the row.
 * @throws InvalidFieldsError when there are too many
 */
export function hasWords(table: string, termTable: string, id: string, text: string | undefined): UnevenFilter[] {
  return queryWords(text).map((word) =>
    ofTerms(table, termTable, id, { sql: 'Term >= ? AND Term < ?', parameters: [word, endOf(word)] }),
  );
}

/** The row has every one of these terms, exactly. */
export function hasTerms(table: string, termTable: string, id: string, terms: readonly string[]): UnevenFilter[] {
  return terms.map((term) => ofTerms(table, termTable, id, { sql: 'Term = ?', parameters: [term] }));
}

/** Comparisons of one column, which has an index. */
export function isInRange(table: string, column: string, conditions: readonly Condition[]): UnevenFilter[] {
  if (conditions.length === 0) return [];
  const sql = conditions.map((condition) => condition.sql).join(' AND ');
  const parameters = conditions.flatMap((condition) => condition.parameters);
  return [
    {
      plain: { sql, parameters },
      entries: { table, where: { sql, parameters }, key: column, id: 'Id' },
      // To SQLite a column with a sign is one without an index.
      ofEach: { sql: sql.replaceAll(column, `+${column}`), parameters },
    },
  ];
}

function ofTerms(table: string, termTable: string, id: string, where: Condition): UnevenFilter {
  const { sql, parameters } = where;
  return {
    plain: { sql: `Id IN (SELECT ${id} FROM ${termTable} WHERE ${sql})`, parameters },
    entries: { table: termTable, where, key: 'Term', id },
    ofEach: { sql: `EXISTS (SELECT 1 FROM ${termTable} WHERE ${id} = ${table}.Id AND ${sql})`, parameters },
  };
}

/** What comes after FROM. What is added comes first: of two on one column SQLite enters the index at the first. */
export function entriesIn({ table, where }: Entries, more: readonly Condition[] = []): Condition {
  const all = [...more, where];
  const sql = `${table} WHERE ${all.map((one) => one.sql).join(' AND ')}`;
  return { sql, parameters: all.flatMap(({ parameters }) => parameters) };
}

/** A statement that gives ids. */
export function idsOf(entries: Entries, more: readonly Condition[] = []): Condition {
  const { sql, parameters } = entriesIn(entries, more);
  return { sql: `SELECT ${entries.id} FROM ${sql}`, parameters };
}
