import { CsvFields, readFields } from './csv-fields';
import { CsvLine, MAX_ROW_BYTES, readLines } from './csv-lines';

/** One row, the header being one too. `line` is where it begins in the file. */
export interface CsvRecord extends CsvFields {
  readonly line: number;
}

/**
 * Reads a CSV file (RFC 4180) of any size in little memory: its rows, in groups as they arrive, each to be gone through
 * once. Blank lines are passed over. The first row decides whether commas or semicolons part the values.
 *
 * A row with a broken quote costs its first line alone, and reading goes on at the next one: a quote that somebody
 * forgot to close would otherwise swallow good rows.
 */
export async function* readCsv(chunks: AsyncIterable<Buffer>): AsyncGenerator<Iterable<CsvRecord>> {
  const rows = new RowReader();
  for await (const lines of readLines(chunks)) yield rowsOf(lines, rows);
  yield rows.end();
}

function* rowsOf(lines: readonly CsvLine[], rows: RowReader): Generator<CsvRecord> {
  for (const line of lines) yield* rows.read(line);
}

class RowReader {
  private delimiter = '';
  /** The lines of a row that goes on in the next one, because an odd number of quotes leaves one open. */
  private open: CsvLine[] = [];
  private size = 0;

  /** The rows that end with this line. */
  read(line: CsvLine): CsvRecord[] {
    const odd = hasOddQuotes(line.bytes);
    if (this.open.length === 0) {
      if (isBlank(line.bytes)) return [];
      if (line.bytes.length > MAX_ROW_BYTES) return [tooLong(line)];
      this.delimiter ||= delimiterOf(line.bytes);
      if (!odd) return [{ line: line.number, ...this.fieldsOf(line.bytes) }];
    }
    this.open.push(line);
    // With its line feed, which is a byte of the row too: empty lines must not be kept without an end.
    this.size += line.bytes.length + 1;
    if (this.size > MAX_ROW_BYTES) return this.giveUp();
    return odd && this.open.length > 1 ? this.close() : [];
  }

  /** The rows that are left when the file is at its end. */
  end(): CsvRecord[] {
    let rows: CsvRecord[] = [];
    while (this.open.length > 0) rows = rows.concat(this.giveUp());
    return rows;
  }

  private close(): CsvRecord[] {
    const row = this.fieldsOf(this.open.map(({ bytes }) => bytes).join('\n'));
    return row.fields ? [{ line: this.takeOpen()[0]!.number, ...row }] : this.giveUp();
  }

  /** The first of the open lines is a broken row, and the others are read anew. */
  private giveUp(): CsvRecord[] {
    const [first, ...others] = this.takeOpen();
    return [{ line: first!.number, ...this.fieldsOf(first!.bytes) }, ...others.flatMap((line) => this.read(line))];
  }

  private takeOpen(): CsvLine[] {
    const lines = this.open;
    this.open = [];
    this.size = 0;
    return lines;
  }

  private fieldsOf(bytes: string): CsvFields {
    return readFields(bytes.endsWith('\r') ? bytes.slice(0, -1) : bytes, this.delimiter);
  }
}

function tooLong({ number }: CsvLine): CsvRecord {
  const fault = { column: null, message: `the row is longer than ${MAX_ROW_BYTES} bytes` };
  return { line: number, fields: null, faults: [fault] };
}

/** Of comma and semicolon, the one that stands more often outside of quotes. */
function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*("|$)/g, '');
  return bare.split(';').length > bare.split(',').length ? ';' : ',';
}

function isBlank(bytes: string): boolean {
  return /^[ \t\r]*$/.test(bytes);
}

function hasOddQuotes(bytes: string): boolean {
  let odd = false;
  for (let at = bytes.indexOf('"'); at >= 0; at = bytes.indexOf('"', at + 1)) odd = !odd;
  return odd;
}
