import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';
import { searchWords } from '@fleet/domain/shared/search-words';
import { BlindIndex } from '@fleet/infrastructure/shared/secrets/blind-index';

const SHORTEST_PREFIX = 2;
const LONGEST_PREFIX = 12;
const TERM_BYTES = 16;

/**
 * The words of a driver as a search finds them: keyed hashes of what each word begins with, from 2 to 12 letters. The
 * table shows neither words nor their order, so what is looked for is looked for exactly.
 */
@Injectable()
export class DriverTerms {
  constructor(private readonly index: BlindIndex) {}

  /** What finds somebody with these texts. */
  of(...texts: string[]): string[] {
    return [...new Set(searchWords(...texts).flatMap(prefixes))].map((prefix) => this.term(prefix));
  }

  /**
   * What a driver must have whom every word of a search finds. Words of one letter are passed over.
   * @throws InvalidFieldsError when there is no other word
   */
  ofQuery(words: readonly string[]): string[] {
    const prefixes = words.map((word) => prefixOf(word, LONGEST_PREFIX)).filter((word) => lengthOf(word) > 1);
    if (prefixes.length === 0 && words.length > 0) {
      throw new InvalidFieldsError([{ field: 'q', message: 'must have a word of two letters or more' }]);
    }
    return [...new Set(prefixes)].map((prefix) => this.term(prefix));
  }

  private term(prefix: string): string {
    const key = this.index.keyFor('DriverTerms');
    return createHmac('sha256', key).update(prefix).digest().subarray(0, TERM_BYTES).toString('base64url');
  }
}

function prefixes(word: string): string[] {
  const longest = Math.min(lengthOf(word), LONGEST_PREFIX);
  const lengths = Array.from(
    { length: Math.max(0, longest - SHORTEST_PREFIX + 1) },
    (_, more) => SHORTEST_PREFIX + more,
  );
  return lengths.map((length) => prefixOf(word, length));
}

/** Letters are code points: half of a pair of surrogates is none. */
function prefixOf(word: string, letters: number): string {
  return [...word].slice(0, letters).join('');
}

function lengthOf(word: string): number {
  return [...word].length;
}
