import { CsvFault } from './csv-fields';
import { CsvRecord, readCsv } from './csv-records';

/** Reads `file` in chunks of `size` bytes; each row as `line: value|value`, or as `line: !column fault`. */
async function rowsOf(file: string | Buffer, size = 65_536): Promise<string[]> {
  const bytes = Buffer.from(file);
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const rows: CsvRecord[] = [];
  for await (const group of readCsv(chunks())) rows.push(...group);
  return rows.map(({ line, fields, faults }) =>
    [`${line}:`, ...(fields ? [fields.join('|')] : []), ...faultsOf(faults)].join(' '),
  );
}

function faultsOf(faults: readonly CsvFault[]): string[] {
  return faults.map(({ column, message }) => `!${column ?? 'row'} ${message}`);
}

const NOT_CLOSED = 'begins with a quote that is not closed';

describe('reading a CSV file', () => {
  it.each([
    ['commas', 'a,b\n1,2\n', ['1: a|b', '2: 1|2']],
    ['semicolons', 'a;b\n1,5;2\n', ['1: a|b', '2: 1,5|2']],
    ['semicolons in a quoted header', '"a,x";"b,y,z"\n1;2', ['1: a,x|b,y,z', '2: 1|2']],
    ['commas beside a quoted semicolon', '"a;x;y",b\n1,2', ['1: a;x;y|b', '2: 1|2']],
    ['CRLF', 'a,b\r\n1,2\r\n', ['1: a|b', '2: 1|2']],
    ['a last line without an end', 'a,b\n1,2', ['1: a|b', '2: 1|2']],
    ['a carriage return at the very end', 'a,b\n1,2\r', ['1: a|b', '2: 1|2']],
    ['a byte order mark', '\ufeffa,b\n1,2', ['1: a|b', '2: 1|2']],
    ['a byte order mark before a quote', '\ufeff"a",b\n1,2', ['1: a|b', '2: 1|2']],
    ['blank lines', '\n \r\na,b\n\t\n\n1,2\n\n', ['3: a|b', '6: 1|2']],
    ['empty values', 'a,b,c\n,,\n1,,', ['1: a|b|c', '2: ||', '3: 1||']],
    ['quotes', 'a,b\n"1,5","say ""hi"""\n"",""""\n', ['1: a|b', '2: 1,5|say "hi"', '3: |"']],
    ['line breaks in quotes', 'a,b\n"x\n\r\ny",2\n3,4\n', ['1: a|b', '2: x\n\r\ny|2', '5: 3|4']],
    ['a header of two lines', '"a\nb",c\n1,2\n', ['1: a\nb|c', '3: 1|2']],
    ['other scripts', 'a,b\nCitroën,比亚迪 🚗\n', ['1: a|b', '2: Citroën|比亚迪 🚗']],
    ['rows of any length', 'a,b\n1\n1,2,3\n', ['1: a|b', '2: 1', '3: 1|2|3']],
    ['nothing', '', []],
    ['only blank lines', '\n\n', []],
  ])('takes %s, however it is cut into chunks', async (_what, file, rows) => {
    expect(await rowsOf(file)).toEqual(rows);
    expect(await rowsOf(file, 1)).toEqual(rows);
    expect(await rowsOf(file, 3)).toEqual(rows);
  });
});

describe('a broken quote', () => {
  it('does not keep empty lines without an end', async () => {
    async function* chunks(): AsyncGenerator<Buffer> {
      yield Buffer.from('a,b\n1,"x\n');
      for (let n = 0; n < 20; n++) yield Buffer.from('\n'.repeat(10_000));
    }
    const rows: number[] = [];
    let groups = 0;
    for await (const group of readCsv(chunks())) {
      groups++;
      for (const { line } of group) rows.push(line === 2 ? groups : 0);
    }
    // The row is given up while the file goes on, and not kept to its end.
    expect(rows).toEqual([0, expect.any(Number)]);
    expect(rows[1]).toBeLessThan(15);
  });

  it('costs its own row alone when it is never closed', async () => {
    expect(await rowsOf('a,b\n1,"x\n2,y\n3,z\n')).toEqual(['1: a|b', `2: !1 ${NOT_CLOSED}`, '3: 2|y', '4: 3|z']);
  });

  it('costs its own row alone when the next quote is far below', async () => {
    const rows = await rowsOf('a,b\n1,"x\n2,y\n3,"z"\n"4\n4",w\n');
    expect(rows).toEqual(['1: a|b', `2: !1 ${NOT_CLOSED}`, '3: 2|y', '4: 3|z', '5: 4\n4|w']);
  });

  it('is told from one that stands inside a value, or before more text', async () => {
    expect(await rowsOf('a,b\n12" wheel,x\n2,"y" z\n3,w\n')).toEqual([
      '1: a|b',
      '2: !0 has a quote inside: put the whole value into quotes and double each quote that belongs to it',
      '3: !1 has text behind its closing quote: double each quote that belongs to the value',
      '4: 3|w',
    ]);
  });

  it('costs each of several broken rows, and none between them', async () => {
    const rows = await rowsOf('a,b\n1,"x\n2,y\n3"z,\n4,w\n5,"v\n\n6,u');
    expect(rows.map((row) => row.slice(0, 8))).toEqual([
      '1: a|b',
      '2: !1 be',
      '3: 2|y',
      '4: !0 ha',
      '5: 4|w',
      '6: !1 be',
      '8: 6|u',
    ]);
  });

  it('swallows at most 100 KB, and then gives back every row of them', async () => {
    const good = Array.from({ length: 30_000 }, (_, index) => `${index},model ${index}`);
    const rows = await rowsOf(['a,b', '0,"x', ...good].join('\n'));
    expect(rows).toHaveLength(30_002);
    expect(rows.slice(0, 3)).toEqual(['1: a|b', `2: !1 ${NOT_CLOSED}`, '3: 0|model 0']);
    expect(rows.at(-1)).toBe('30002: 29999|model 29999');
  });
});

describe('a row that is too long', () => {
  it('fails alone, in a line of its own or in quotes', async () => {
    const long = 'x'.repeat(100_001);
    const rows = await rowsOf(`a,b\n1,${long}\n2,y\n3,"z\n${long}"\n4,w\n`, 7_000);
    expect(rows).toEqual([
      '1: a|b',
      '2: !row the row is longer than 100000 bytes',
      '3: 2|y',
      `4: !1 ${NOT_CLOSED}`,
      '5: !row the row is longer than 100000 bytes',
      '6: 4|w',
    ]);
  });

  it('may be as long as 100,000 bytes', async () => {
    const long = 'x'.repeat(99_998);
    expect(await rowsOf(`a,b\n1,${long}\n`)).toEqual(['1: a|b', `2: 1|${long}`]);
  });
});

describe('bytes that are not UTF-8', () => {
  const latin1 = (text: string) => Buffer.from(text, 'latin1');

  const NOT_UTF8 = 'is not valid UTF-8: save the file in UTF-8';

  it('cost their own row, and each place is named', async () => {
    const file = latin1('a,b,c\nCitroën,x,caf\u00e9\n"Citro\u00ebn\n2",y,z\n1,2,3\n');
    expect(await rowsOf(file)).toEqual([
      '1: a|b|c',
      `2: |x| !0 ${NOT_UTF8} !2 ${NOT_UTF8}`,
      `3: |y|z !0 ${NOT_UTF8}`,
      '5: 1|2|3',
    ]);
  });
});
