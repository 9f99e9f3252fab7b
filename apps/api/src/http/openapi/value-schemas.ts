// How the contract's values look, for `@ApiProperty({ ...text(100), description, example })`.
// Patterns follow ECMA-262, where `\s` is exactly what the server trims.

/** What no text may hold: control characters but tab, line feed and carriage return. */
const CONTROL = String.raw`\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f`;
const EDGE = String.raw`[^\s${CONTROL}]`;

/**
 * Text that is trimmed, and that is not blank. The pattern holds the length too: it is counted without the spaces
 * around, which `maxLength` would count.
 */
export function text(maxLength: number) {
  const pattern = String.raw`^\s*${EDGE}(?:[^${CONTROL}]{0,${maxLength - 2}}${EDGE})?\s*$`;
  return { type: 'string', minLength: 1, pattern } as const;
}

/** Text of a filter; blank is as good as left out. */
export function filterText() {
  return { type: 'string', maxLength: 2_000, pattern: `^[^${CONTROL}]*$` } as const;
}

export function wholeNumber(minimum: number, maximum: number) {
  return { type: 'integer', minimum, maximum } as const;
}

/** The newest year moves with the calendar: the document that a server serves names it (`present-year.ts`). */
export const givenYear = { type: 'integer', minimum: 1900 } as const;

export const id = { type: 'string', format: 'uuid' } as const;

/** An instant as the server writes it. */
export const instant = {
  type: 'string',
  format: 'date-time',
  pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$`,
} as const;

/** An instant as the server reads it: from 1900 on, with a zone of at most 14:59. */
export const givenInstant = {
  type: 'string',
  format: 'date-time',
  pattern: String.raw`^(?:19|[2-9]\d)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$`,
} as const;

export const GIVEN_INSTANT_NOTE =
  'ISO 8601 with a zone; a date alone, such as `2026-01-31`, is taken as its midnight in UTC.';

/** Degrees of WGS 84, north and east of 0. @param most 90 or 180 */
export function degrees(most: number) {
  return { type: 'number', minimum: -most, maximum: most } as const;
}

export const plate = { type: 'string', pattern: String.raw`^\s*[A-Za-z0-9-]{1,10}\s*$` } as const;

/** Digits, spaces and `+ - ( )`, with 8 to 15 digits among them. */
export const phone = {
  type: 'string',
  maxLength: 25,
  pattern: String.raw`^(?:[()+-][ ()+-]*)?[0-9](?:[ ()+-]*[0-9]){7,14}(?:[ ()+-]*[()+-])?$`,
} as const;

export const version = {
  type: 'integer',
  minimum: 1,
  description: 'Grows with every change; the number in `ETag`.',
  example: 1,
} as const;

export const money = { type: 'number', minimum: 0, maximum: 99_999_999.99, multipleOf: 0.01 } as const;

/** A password as it is typed to be compared; what a new one must be is stricter. */
export const givenPassword = { type: 'string', format: 'password' } as const;

/** A new password; JSON Schema counts as the server does, in code points. */
export const newPassword = { type: 'string', format: 'password', minLength: 12, maxLength: 128 } as const;

export const email = { type: 'string', pattern: String.raw`^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$` } as const;

/** As the server gives refresh tokens out; another text is no token, and is answered like one that is none any more. */
export const refreshToken = { type: 'string', minLength: 1 } as const;
