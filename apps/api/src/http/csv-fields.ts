import { isUtf8 } from 'node:buffer';

/** What is wrong with a row: in one column, counted from 0, or as a whole. */
export interface CsvFault {
  readonly column: number | null;
  readonly message: string;
}

/** The values of a row, and all that is wrong with it. */
export interface CsvFields {
  /** Null when the row cannot be parted into values; a value that cannot be read is empty, and at fault. */
  readonly fields: readonly string[] | null;
  readonly faults: readonly CsvFault[];
}

const NOT_CLOSED = 'begins with a quote that is not closed';
const QUOTE_INSIDE = 'has a quote inside: put the whole value into quotes and double each quote that belongs to it';
const AFTER_QUOTE = 'has text behind its closing quote: double each quote that belongs to the value';
const NOT_UTF8 = 'is not valid UTF-8: save the file in UTF-8';
const NOT_ASCII = /[\x80-\xff]/;

/** Parts a row at its delimiters, as RFC 4180 has it, and decodes it. Each character of `bytes` stands for one byte. */
export function readFields(bytes: string, delimiter: string): CsvFields {
  const { fields, faults } = splitFields(bytes, delimiter);
  return fields && NOT_ASCII.test(bytes) ? decodeFields(fields) : { fields, faults };
}

function splitFields(bytes: string, delimiter: string): CsvFields {
  if (!bytes.includes('"')) return { fields: bytes.split(delimiter), faults: [] };
  const fields: string[] = [];
  const broken = (message: string) => ({ fields: null, faults: [{ column: fields.length, message }] });
  for (let begin = 0; begin <= bytes.length;) {
    const quoted = bytes[begin] === '"';
    const end = quoted ? closingQuote(bytes, begin) + 1 : plainEnd(bytes, begin, delimiter);
    if (quoted && end === 0) return broken(NOT_CLOSED);
    if (quoted && end < bytes.length && bytes[end] !== delimiter) return broken(AFTER_QUOTE);
    const value = bytes.slice(begin, end);
    if (!quoted && value.includes('"')) return broken(QUOTE_INSIDE);
    fields.push(quoted ? value.slice(1, -1).replaceAll('""', '"') : value);
    begin = end + 1;
  }
  return { fields, faults: [] };
}

/** Where the quote that is opened at `open` is closed, or -1. A doubled quote belongs to the value. */
function closingQuote(bytes: string, open: number): number {
  for (let at = bytes.indexOf('"', open + 1); at >= 0; at = bytes.indexOf('"', at + 2)) {
    if (bytes[at + 1] !== '"') return at;
  }
  return -1;
}

function plainEnd(bytes: string, begin: number, delimiter: string): number {
  const end = bytes.indexOf(delimiter, begin);
  return end < 0 ? bytes.length : end;
}

function decodeFields(fields: readonly string[]): CsvFields {
  const values = fields.map((bytes) => Buffer.from(bytes, 'latin1'));
  const faults = values.flatMap((bytes, column) => (isUtf8(bytes) ? [] : [{ column, message: NOT_UTF8 }]));
  return { fields: values.map((bytes) => (isUtf8(bytes) ? bytes.toString('utf8') : '')), faults };
}
