import { BlindIndex } from '@fleet/infrastructure/shared/secrets/blind-index';
import { SecretKeys } from '@fleet/infrastructure/shared/secrets/secret-keys';
import { searchWords } from '@fleet/domain/shared/search-words';
import { faultsOf } from '@fleet/tests/builders/faults';
import { DriverTerms } from './driver-terms';

const key = { id: 'k1', secret: Buffer.alloc(32, 1) };
const terms = new DriverTerms(new BlindIndex(new SecretKeys([key], [key], key.secret)));
const query = (q: string) => terms.ofQuery(searchWords(q));

/** Whether a search for `q` finds somebody with these texts. */
function finds(q: string, ...texts: string[]): boolean {
  const had = new Set(terms.of(...texts));
  return query(q).every((term) => had.has(term));
}

describe('the terms of a driver', () => {
  it.each([
    ['an', true],
    ['ana', true],
    ['anas', false],
    ['SOÚ', true],
    ['ouza', false],
    ['souza cnh-1', true],
    ['souza other', false],
    ['a souza', true],
    ['x souza', true],
  ])('%j finds Ana Souza of CNH-1: %p', (q, found) => expect(finds(q, 'Ana Souza', 'CNH-1')).toBe(found));

  it('count the first 12 letters, of which one may have two halves', () => {
    expect(finds('abcdefghijklmnop', 'Abcdefghijklxyz')).toBe(true);
    expect(finds('abcdefghijkx', 'Abcdefghijklxyz')).toBe(false);
    expect(finds('🚚'.repeat(20), '🚚'.repeat(12))).toBe(true);
    expect(finds('🚚'.repeat(12), '🚚'.repeat(11))).toBe(false);
  });

  it('are eleven at the most for a word, each once, and say nothing', () => {
    const all = terms.of('Abcdefghijklmnop abcd');
    expect(all).toHaveLength(11);
    expect(all.every((term) => /^[\w-]{22}$/.test(term))).toBe(true);
    expect(terms.of('a b', '')).toEqual([]);
  });

  it('are other ones with another key', () => {
    const other = { id: 'k1', secret: Buffer.alloc(32, 2) };
    const others = new DriverTerms(new BlindIndex(new SecretKeys([key], [key], other.secret)));
    expect(others.of('Ana').filter((term) => terms.of('Ana').includes(term))).toEqual([]);
  });

  it('cannot be looked for by letters alone', () => {
    expect(faultsOf(() => query('a'))).toEqual(['q must have a word of two letters or more']);
    expect(faultsOf(() => query('a 🚚'))).toEqual(['q must have a word of two letters or more']);
    expect(query('')).toEqual([]);
  });
});
