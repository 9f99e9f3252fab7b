/** Files of one form: a signature and five photos. */
export const MAX_FILES = 6;

const MAX_TEXT_FIELDS = 20;
/** Longer than the longest text that the product takes, in bytes. */
const MAX_TEXT_BYTES = 8_192;
/** Lines above a part; it needs two. */
const MAX_HEADERS = 10;
/** Boundaries and headers of all parts, in bytes. */
const AROUND_PARTS = 65_536;

/** How much of a form is read, for @fastify/multipart. A form is held in memory: all of it together is limited. */
export function formLimits(fileLimit: number) {
  return {
    fileSize: fileLimit,
    files: MAX_FILES,
    fields: MAX_TEXT_FIELDS,
    fieldSize: MAX_TEXT_BYTES,
    parts: MAX_FILES + MAX_TEXT_FIELDS,
    headerPairs: MAX_HEADERS,
  } as const;
}

/** The largest form there can be, in bytes. */
export function largestForm(fileLimit: number): number {
  return MAX_FILES * fileLimit + MAX_TEXT_FIELDS * MAX_TEXT_BYTES + AROUND_PARTS;
}
