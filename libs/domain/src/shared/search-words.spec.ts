import { SEARCH_WORD_MAX_LENGTH, searchWords } from './search-words';

describe('the words that a search finds', () => {
  it.each<[string[], string[]]>([
    [['Fiat Strada'], ['fiat', 'strada']],
    [
      ['ABC-1234', ' Fiat  \t Strada\n'],
      ['abc-1234', 'fiat', 'strada'],
    ],
    [['JOSÉ da Conceição'], ['jose', 'da', 'conceicao']],
    [['Jose\u0301 José JOSE'], ['jose']],
    [['İzmir'], ['izmir']],
    [['한국'], ['한국']],
    [['a\u00a0b'], ['a', 'b']],
    [['', '  ', '\u0301'], []],
    [[], []],
  ])('%j has the words %j', (texts, words) => expect(searchWords(...texts)).toEqual(words));

  it('are cut to what the table holds, and then told apart', () => {
    const long = 'x'.repeat(100);
    expect(searchWords(long, `${long}1`, `${long}2`)).toEqual([long]);
  });

  it('are never cut within a character', () => {
    const almostFull = 'x'.repeat(SEARCH_WORD_MAX_LENGTH - 1);
    expect(searchWords(`${almostFull}🚚`)).toEqual([almostFull]);
    expect(searchWords(`${almostFull.slice(1)}🚚`)).toEqual([`${almostFull.slice(1)}🚚`]);
  });
});
