/** The longest row that is read, in bytes; it bounds what an unclosed quote can make the reader keep. */
export const MAX_ROW_BYTES = 100_000;

/** A line of a file, without its line feed. Each character of `bytes` stands for one byte. */
export interface CsvLine {
  /** From 1. */
  readonly number: number;
  /** What lies beyond the longest row is cut off, so that a line longer than it can be told by its length. */
  readonly bytes: string;
}

const BYTE_ORDER_MARK = '\xef\xbb\xbf';

/** The lines of a file, in groups as they arrive. Neither line feed nor quote is ever a part of a UTF-8 character. */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<CsvLine[]> {
  let number = 1;
  let rest = '';
  for await (const chunk of chunks) {
    const [first = '', ...others] = chunk.toString('latin1').split('\n');
    const pieces = [rest + first, ...others];
    rest = cut(pieces.pop()!);
    yield pieces.map((bytes) => line(number++, bytes));
  }
  if (rest !== '') yield [line(number, rest)];
}

function line(number: number, bytes: string): CsvLine {
  const marked = number === 1 && bytes.startsWith(BYTE_ORDER_MARK);
  return { number, bytes: cut(marked ? bytes.slice(BYTE_ORDER_MARK.length) : bytes) };
}

function cut(bytes: string): string {
  return bytes.length > MAX_ROW_BYTES ? bytes.slice(0, MAX_ROW_BYTES + 1) : bytes;
}
