import { HttpProblemError } from '@fleet/api/http/http-problem.error';
import { INSTANT_MESSAGE } from '@fleet/api/http/instant';
import { VehicleRow } from '@fleet/application/vehicles/vehicle-row';
import { readVehicles } from './vehicle-file';

async function read(file: string | Buffer): Promise<VehicleRow[]> {
  async function* chunks(): AsyncGenerator<Buffer> {
    yield Buffer.from(file);
  }
  const rows: VehicleRow[] = [];
  for await (const row of readVehicles(chunks())) rows.push(row);
  return rows;
}

/** What is wrong with the rows of a file, as `line field message`. */
const faultsOf = async (file: string | Buffer) =>
  (await read(file)).flatMap(({ line, faults }) => faults.map(({ field, message }) => `${line} ${field} ${message}`));

const PLAIN = { plate: 'A', model: 'Uno', year: 2020, mileage: null, lastMaintenanceDate: null };

describe('the header of a file of vehicles', () => {
  it.each([
    ['the columns that are needed', 'plate,model,year\nA,Uno,2020'],
    ['another order and other columns', 'color,year,wheels,model,plate\nred,2020,4,Uno,A'],
    ['other columns that have no name, or the same', 'plate,x,model,x,,year,\nA,1,Uno,2,,2020,'],
    ['blanks and any case', ' PLATE ;Model; yEaR\nA;Uno;2020'],
    ['quotes', '"plate","model","year"\n"A","Uno","2020"'],
    ['blank lines before it, and a byte order mark', '\ufeff\n\nplate,model,year\nA,Uno,2020'],
    ['optional columns', 'lastmaintenancedate,plate,model,year,MILEAGE\n,A,Uno,2020,'],
  ])('may have %s', async (_what, file) => {
    expect(await read(file)).toMatchObject([{ fields: PLAIN, faults: [] }]);
  });

  it.each([
    ['is missing', '', ['plate', 'model', 'year']],
    ['is blank', '\n  \n', ['plate', 'model', 'year']],
    ['is no header', 'A,Uno,2020\nB,Gol,2021', ['plate', 'model', 'year']],
    ['lacks a column', 'plate,year,mileage\nA,2020,1', ['model']],
    ['has a column twice', 'plate,model,year,Plate\nA,Uno,2020,B', ['plate']],
    ['has an optional column twice', 'plate,model,year,mileage,mileage\nA,Uno,2020,1,2', ['mileage']],
    ['has a broken quote', 'plate,"model,year\nA,Uno,2020', ['']],
    ['is not UTF-8', Buffer.from('plate,model,year,\xe9\n', 'latin1'), ['']],
    ['is UTF-16', Buffer.from('\ufeffplate,model,year\n', 'utf16le'), ['']],
    ['is too long', `plate,model,year,${'x'.repeat(100_000)}\nA,Uno,2020,x`, ['']],
  ])('that %s is refused before any row', async (_what, file, fields) => {
    const refusal: unknown = await read(file).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(HttpProblemError);
    const { problem } = refusal as HttpProblemError;
    expect(problem).toMatchObject({ status: 400, code: 'VALIDATION_FAILED' });
    expect(problem.errors!.map(({ field }) => field)).toEqual(fields);
  });
});

describe('the rows of a file of vehicles', () => {
  const withValues = (mileage: string, date: string) =>
    read(`plate,model,year,mileage,lastMaintenanceDate\nA,Uno,2020,${mileage},${date}`);

  it('are numbered by the lines of the file', async () => {
    const rows = await read('plate,model,year\r\n\r\nA,"U\nno",2020\r\n\r\nB,Gol,2021\r\n');
    expect(rows.map(({ line, fields }) => [line, fields?.plate])).toEqual([
      [3, 'A'],
      [6, 'B'],
    ]);
  });

  it.each([
    ['', null],
    [' 12 ', 12],
    ['007', 7],
    ['-1', -1],
  ])('have %j for a mileage', async (text, mileage) => {
    expect(await withValues(text, '')).toMatchObject([{ fields: { mileage }, faults: [] }]);
  });

  it.each(['1.5', '1e3', '0x10', '1,000', '1 000', '١٢', '+1', 'NaN', 'Infinity', 'ten', '--1'])(
    'have no %j for a number',
    async (text) => {
      expect(await faultsOf(`plate;model;year;mileage\nA;Uno;${text};${text}`)).toEqual([
        '2 year must be a whole number, in digits alone',
        '2 mileage must be a whole number, in digits alone',
      ]);
    },
  );

  it.each([
    ['', null],
    ['2026-01-31', new Date('2026-01-31T00:00:00Z')],
    [' 2026-01-31T12:00:00+02:00 ', new Date('2026-01-31T10:00:00Z')],
  ])('have %j for a date', async (text, lastMaintenanceDate) => {
    expect(await withValues('', text)).toMatchObject([{ fields: { lastMaintenanceDate }, faults: [] }]);
  });

  it.each(['31/01/2026', '2026-02-30', '2026-01-31T12:00:00', '20260131', '1769860800'])(
    'have no %j for a date',
    async (text) => {
      const rows = await withValues('', text);
      expect(rows[0]!.faults).toEqual([{ field: 'lastMaintenanceDate', message: INSTANT_MESSAGE }]);
    },
  );

  it('name a year that is left out', async () => {
    expect(await faultsOf('plate,model,year\nA,Uno,')).toEqual(['2 year is required']);
  });

  it.each(['A,Uno', 'A,Uno,2020,', 'A,Uno, Mille,2020'])('have as many values as the header: %j', async (row) => {
    const [fault, ...others] = await read(`plate,model,year\n${row}\nB,Gol,2021`);
    expect(fault).toMatchObject({
      line: 2,
      fields: null,
      faults: [{ field: '', message: expect.stringMatching(/^the row has [24] values/) as string }],
    });
    expect(others).toMatchObject([{ line: 3, fields: { plate: 'B' }, faults: [] }]);
  });

  it('name the column of a broken quote', async () => {
    const faults = await faultsOf('plate,model,year\nA,"Uno,2020\nB,Gol,2021');
    expect(faults).toEqual(['2 model begins with a quote that is not closed']);
  });

  it('name each value that is not UTF-8 and what else cannot be read', async () => {
    const file = 'plate,model,year,mileage,Cor\nA,Uno,2020,,\xe9\nB,\xe9,\xe9,x,\nC,\xe9,2020,1';
    const faults = await faultsOf(Buffer.from(file, 'latin1'));
    expect(faults.map((fault) => fault.split(' ', 4).join(' '))).toEqual([
      '2 Cor is not',
      '3 model is not',
      '3 year is not',
      '3 mileage must be',
      '4  the row',
      '4 model is not',
    ]);
  });
});
