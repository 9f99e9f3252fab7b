import { endOf, queryWords } from './conditions';
import { Condition } from './keyset';

/**
 * A filter that leaves few rows or most of them, and that no index serves in the order of the list: words, the beginning
 * of a plate, a date before which something is due.
 */
export interface UnevenFilter {
  /** The condition, as an engine is told it that keeps statistics. */
  readonly plain: Condition;
  /** What comes after FROM: by an index, an entry for each row that the filter leaves, which `id` is the row's id in. */
  readonly entries: Condition;
  readonly id: string;
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
      entries: { sql: `${table} WHERE ${sql}`, parameters },
      id: 'Id',
      // To SQLite a column with a sign is one without an index.
      ofEach: { sql: sql.replaceAll(column, `+${column}`), parameters },
    },
  ];
}

function ofTerms(table: string, termTable: string, id: string, { sql, parameters }: Condition): UnevenFilter {
  return {
    plain: { sql: `Id IN (SELECT ${id} FROM ${termTable} WHERE ${sql})`, parameters },
    entries: { sql: `${termTable} WHERE ${sql}`, parameters },
    id,
    ofEach: { sql: `EXISTS (SELECT 1 FROM ${termTable} WHERE ${id} = ${table}.Id AND ${sql})`, parameters },
  };
}
