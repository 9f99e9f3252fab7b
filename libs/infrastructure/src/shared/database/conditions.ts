import { InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';
import { searchWords } from '@fleet/domain/shared/search-words';
import { Condition } from './keyset';
import { SqlValue } from './dialect';

/** A comparison, or nothing when there is no value to compare with. */
export function compare(column: string, operator: '=' | '<' | '<=' | '>=', value: SqlValue | undefined): Condition[] {
  return value === undefined || value === null ? [] : [{ sql: `${column} ${operator} ?`, parameters: [value] }];
}

/** The column begins with `prefix`. A range, not LIKE: an index serves it and no character is special. */
export function beginsWith(column: string, prefix: string | undefined): Condition[] {
  if (prefix === undefined) return [];
  return [{ sql: `${column} >= ? AND ${column} < ?`, parameters: [prefix, endOf(prefix)] }];
}

/** Every word is a subquery, and an engine's planner gives up at some hundreds of them. */
const MAX_WORDS = 20;

/**
 * The words of `text`, the parameter `q` of a list unless `field` says otherwise.
 * @throws InvalidFieldsError when there are too many
 */
export function queryWords(text: string | undefined, field = 'q'): string[] {
  const words = searchWords(text ?? '');
  if (words.length > MAX_WORDS) {
    throw new InvalidFieldsError([{ field, message: `must be at most ${MAX_WORDS} words` }]);
  }
  return words;
}

/**
 * The first text after all that begin with `prefix`: the last character is the next one. That holds whether an engine
 * orders text by code points (SQLite) or by UTF-16 code units (SQL Server), which an emoji tells apart.
 */
export function endOf(prefix: string): string {
  const characters = [...prefix];
  const next = characters.pop()!.codePointAt(0)! + 1;
  // Surrogates follow, or nothing at all: no text that is typed has such a character, so any end will do.
  if (next === 0xd800 || next > 0x10ffff) return `${prefix}\uffff`;
  return characters.join('') + String.fromCodePoint(next);
}
