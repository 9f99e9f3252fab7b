import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Page } from '@fleet/application/shared/page';
import { ImportReport } from '@fleet/application/vehicles/import-report';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { Answer } from './support/client';
import { eventsOf } from './support/event-log';
import { expectCounts, IMPORT, importFile, vehicleFile, writtenRows } from './support/imports';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const send = (file: string, query = '') => importFile(api.client, file, query);
const named = ({ body }: Answer<ImportReport>) => body.errors.map(({ line, field }) => `${line} ${field}`);

async function find(plate: string): Promise<VehicleView | undefined> {
  const { body } = await api.client.get<Page<VehicleView>>(`/api/vehicles?plate=${plate}`);
  return body.items.find((vehicle) => vehicle.plate === plate);
}

describe('a file of vehicles', () => {
  it('is taken in as if each vehicle had been registered', async () => {
    await api.client.get('/api/vehicles/available');
    const file = `\ufeffYear;Plate;Color;Model;LastMaintenanceDate;Mileage\r
2021;imp-1;"red; dark";"Fiat ""Uno""
Mille";2026-01-31T09:00:00-03:00;1200\r
\r
2020;IMP-2;;Citroën Jumpy;;\r
`;
    const answer = await send(file);
    expectCounts(answer, { created: 2 });
    const first = (await find('IMP-1'))!;
    expect(first).toMatchObject({ model: 'Fiat "Uno"\nMille', year: 2021, mileage: 1200, status: 'Available' });
    expect(first).toMatchObject({ lastMaintenanceDate: '2026-01-31T12:00:00.000Z', version: 1 });
    const [event] = await eventsOf(api, first.id);
    expect(event).toMatchObject({ type: 'VehicleRegistered', correlationId: answer.headers.get('x-request-id') });
    expect((await api.client.get<Page<VehicleView>>('/api/vehicles?q=mille')).body.items).toEqual([first]);
    const available = await api.client.get<Page<VehicleView>>('/api/vehicles/available');
    expect(available.body.items.map(({ plate }) => plate)).toEqual(expect.arrayContaining(['IMP-1', 'IMP-2']));
  });

  it('lets each bad row fail alone, and names every fault of it', async () => {
    const answer = await send(`plate,model,year,mileage,lastMaintenanceDate
BAD 1,,1899,-1,2999-01-01
GOOD-1,Uno,2020,,
,Uno,20O0,1e3,31/01/2026
BAD-3,"Uno,2020,,

BAD-4,Uno,2020
GOOD-2,Uno,2020,0,
`);
    expectCounts(answer, { created: 2, failed: 4 });
    expect(named(answer)).toEqual([
      ...['2 plate', '2 model', '2 year', '2 mileage', '2 lastMaintenanceDate'],
      ...['4 year', '4 mileage', '4 lastMaintenanceDate', '4 plate'],
      ...['5 model', '7 '],
    ]);
  });

  it('may have rows with other bytes than UTF-8, which fail', async () => {
    const body = Buffer.from('plate,model,year\nUTF-1,Citro\xebn,2020\nUTF-2,Gol,2020\n', 'latin1');
    const headers = { ...api.client.headers, 'Content-Type': 'text/csv' };
    const response = await fetch(api.client.baseUrl + IMPORT, { method: 'POST', headers, body });
    expect(await response.json()).toMatchObject({ created: 1, failed: 1, errors: [{ line: 2, field: 'model' }] });
  });

  it('may be empty but for its header', async () => {
    expectCounts(await send('plate,model,year\n'), {});
  });

  it.each([
    ['is empty', '', ['plate', 'model', 'year']],
    ['lacks a column', 'plate,year\nA,2020', ['model']],
    ['has a column twice', 'plate,model,year,plate\n', ['plate']],
    ['has more than 200 columns', `plate,model,year${',x'.repeat(198)}\n`, ['']],
    ['has a name of more than 100 characters', `plate,model,year,${'x'.repeat(101)}\n`, ['']],
  ])('that %s is VALIDATION_FAILED', async (_, file, fields) => {
    expectFaultsOf(await send(file), ...fields);
  });

  it('may have 200 columns with names of 100 characters', async () => {
    expectCounts(await send(`plate,model,year,${'x'.repeat(100)}${',x'.repeat(196)}\n`), {});
  });

  it('that is refused gets its answer however long it is', async () => {
    expectFaultsOf(await send(`plate,year\n${'A,2020\n'.repeat(1_000_000)}`), 'model');
  });
});

describe('a plate that is known already', () => {
  const first = 'plate,model,year,mileage\nTWICE-1,Uno,2020,500\n';
  const second = 'plate,model,year,mileage\ntwice-1,Gol,2021,600\nTWICE-1,Uno,2022,400\nTWICE-1,Gol,2021,\n';
  beforeAll(() => send(first));

  it('is skipped', async () => {
    expectCounts(await send(second), { skipped: 3 });
    expectCounts(await send(second, '?onConflict=skip'), { skipped: 3 });
  });

  it('fails with onConflict=fail', async () => {
    const answer = await send(second, '?onConflict=fail');
    expectCounts(answer, { failed: 3 });
    expect(named(answer)).toEqual(['2 plate', '3 plate', '4 plate']);
  });

  it('is brought up to date with onConflict=update, and keeps a mileage that is higher', async () => {
    const answer = await send(second, '?onConflict=update');
    expectCounts(answer, { updated: 1, failed: 1, skipped: 1 });
    expect(named(answer)).toEqual(['3 mileage']);
    const vehicle = (await find('TWICE-1'))!;
    expect(vehicle).toMatchObject({ model: 'Gol', year: 2021, mileage: 600, version: 2 });
    expect((await api.client.get<Page<VehicleView>>('/api/vehicles?q=twice-1+uno')).body.items).toEqual([]);
  });

  it('meets itself within one file, and its events tell what happened', async () => {
    const file = 'plate,model,year\nSELF-1,Uno,2020\nSELF-1,Gol,2020\nSELF-1,Gol,2020\n';
    expectCounts(await send(file, '?onConflict=update'), { created: 1, updated: 1, skipped: 1 });
    const vehicle = (await find('SELF-1'))!;
    expect(vehicle).toMatchObject({ model: 'Gol', version: 2 });
    const events = await eventsOf(api, vehicle.id);
    expect(events.map(({ type, version }) => `${version} ${type}`)).toEqual([
      '1 VehicleRegistered',
      '2 VehicleDetailsChanged',
    ]);
  });
});

describe('options', () => {
  it.each([
    ['skip', { created: 300, skipped: 2, failed: 1 }],
    ['update', { created: 300, updated: 1, failed: 2 }],
    ['fail', { created: 300, failed: 3 }],
  ])('a dry run with %s writes nothing and tells what would be', async (onConflict, counts) => {
    const prefix = `DRY-${onConflict[0]!}`;
    const again = [`${prefix}7,Gol,2020,`, `${prefix}7,Gol,2020,1`, `${prefix}8,,0,`];
    const file = vehicleFile(prefix, 300) + again.join('\n');
    const before = await writtenRows(api);
    const dry = await send(file, `?dryRun=true&onConflict=${onConflict}`);
    expectCounts(dry, counts);
    expect(await writtenRows(api)).toEqual(before);
    const real = await send(file, `?dryRun=false&onConflict=${onConflict}`);
    expect(dry.body).toEqual(real.body);
  });

  it.each([
    '?dryRun=yes',
    '?onConflict=replace',
    '?onconflict=skip',
    '?dryRun=true&dryRun=true',
    '?dryRun',
    '?dryRun=',
  ])('%s are refused', async (query) => {
    const answer = await send('plate,model,year\nOPT-1,Uno,2020\n', query);
    expectFaultsOf(answer, query.slice(1).split('=', 1)[0]!);
    expect(await find('OPT-1')).toBeUndefined();
  });
});

describe('media types', () => {
  const file = (plate: string) => `plate,model,year\n${plate},Uno,2020\n`;
  const post = (path: string, type: string, body: string) =>
    api.client.send('POST', path, body, { 'Content-Type': type });

  it.each(['text/csv; charset=utf-8', 'text/csv;header=present;charset=UTF-8', 'Text/CSV'])(
    '%s is CSV',
    async (type) => {
      expect(await post(IMPORT, type, file('TYPE-1'))).toMatchObject({ status: 200, body: { total: 1, failed: 0 } });
    },
  );

  it.each(['application/json', 'text/plain', 'application/csv', 'multipart/form-data'])('%s is not', async (type) => {
    expectProblem(await post(IMPORT, type, file('TYPE-2')), 415, 'UNSUPPORTED_MEDIA_TYPE');
    expect(await find('TYPE-2')).toBeUndefined();
  });

  it('CSV is not taken where JSON is', async () => {
    expectProblem(await post('/api/vehicles', 'text/csv', file('TYPE-3')), 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  it.each(['gzip', 'br', 'GZIP, identity'])('a body that is packed with %s is not', async (encoding) => {
    const headers = { 'Content-Type': 'text/csv', 'Content-Encoding': encoding };
    expectProblem(await api.client.post(IMPORT, 'plate,model,year', headers), 415, 'UNSUPPORTED_MEDIA_TYPE');
    const json = { 'Content-Encoding': encoding };
    expectProblem(await api.client.post('/api/trips/start', {}, json), 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  it('no body at all is an empty file', async () => {
    expectFaultsOf(await api.client.send('POST', IMPORT), 'plate', 'model', 'year');
  });
});

const CHICAGO = resolve(process.cwd(), '../shared/data/chicago-vehicles.csv');
const chicago = existsSync(CHICAGO) ? it : it.skip;
if (!existsSync(CHICAGO)) console.warn(`${CHICAGO} is not there: the test with a city's vehicles is skipped.`);

chicago("a city's vehicles are taken in, and every row that is not says what to correct", async () => {
  const file = readFileSync(CHICAGO, 'utf8');
  const before = await writtenRows(api);
  expectCounts(await send(file, '?dryRun=true'), { created: 12_048, failed: 183 });
  expect(await writtenRows(api)).toEqual(before);
  const answer = await send(file);
  expectCounts(answer, { created: 12_048, failed: 183 });
  const { errors } = answer.body;
  expect(new Set(errors.map(({ line }) => line)).size).toBe(183);
  const lines = file.split('\n');
  for (const { line, field, message } of errors) {
    const [, model, year] = lines[line - 1]!.split(',');
    if (field === 'model') expect({ model, message }).toEqual({ model: '', message: 'is required' });
    else if (year === '') expect({ field, message }).toEqual({ field: 'year', message: 'is required' });
    else
      expect({ field, message }).toEqual({
        field: 'year',
        message: expect.stringMatching(/^must be between 1900 and 20\d\d$/) as string,
      });
  }
  expectCounts(await send(file), { skipped: 12_048, failed: 183 });
});
