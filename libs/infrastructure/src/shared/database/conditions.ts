import { searchWords } from '@fleet/domain/shared/search-words';
import { Condition } from './keyset';
import { SqlValue } from './dialect';

// The last code point of the first plane: no text that is typed has it, so it ends every range of a prefix.
const LAST = '\uffff';

/** A comparison, or nothing when there is no value to compare with. */
export function compare(column: string, operator: '=' | '<' | '<=' | '>=', value: SqlValue | undefined): Condition[] {
  return value === undefined || value === null ? [] : [{ sql: `${column} ${operator} ?`, parameters: [value] }];
}

/** The column begins with `prefix`. A range, not LIKE: an index serves it and no character is special. */
export function beginsWith(column: string, prefix: string | undefined): Condition[] {
  if (prefix === undefined) return [];
  return [{ sql: `${column} >= ? AND ${column} < ?`, parameters: [prefix, prefix + LAST] }];
}

/** Every word of `text` begins a term of the row. */
export function hasTerms(termTable: string, idColumn: string, text: string | undefined): Condition[] {
  return searchWords(text ?? '').map((word) => ({
    sql: `Id IN (SELECT ${idColumn} FROM ${termTable} WHERE Term >= ? AND Term < ?)`,
    parameters: [word, word + LAST],
  }));
}
