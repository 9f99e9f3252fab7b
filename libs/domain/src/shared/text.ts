// Tab, line feed and carriage return are text; the other control characters are not, and some engines refuse them.
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Trims; text that is blank counts as missing. */
export function blankToNull(value: string): string | null {
  const trimmed = value.trim();
  return trimmed === '' ? null : trimmed;
}

/** What is wrong with a text, or null. A lone surrogate has no UTF-8 form, so no engine could give it back. */
export function textFault(value: string, maxLength: number): string | null {
  if (value.length > maxLength) return `must be at most ${maxLength} characters long`;
  if (CONTROL_CHARACTERS.test(value)) return 'must not contain control characters';
  if (!isWellFormed(value)) return 'must be valid Unicode text';
  return null;
}

export function isWellFormed(value: string): boolean {
  return !/\p{Surrogate}/u.test(value);
}
