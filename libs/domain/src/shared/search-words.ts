/** The longest word that is kept for searching, in UTF-16 code units. */
export const SEARCH_WORD_MAX_LENGTH = 100;

/** The distinct words of a text, folded to lower case without accents: what `q` finds and what it is asked with. */
export function searchWords(...texts: string[]): string[] {
  const words = texts.flatMap((text) => fold(text).split(/\s+/u)).filter((word) => word !== '');
  return [...new Set(words.map(cut))];
}

// The cut may part a pair of surrogates; half a character is no text, so it goes too.
function cut(word: string): string {
  return word.slice(0, SEARCH_WORD_MAX_LENGTH).replace(/\p{Surrogate}$/u, '');
}

function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}
