import { randomUUID } from 'node:crypto';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { insertRows, ROWS } from './support/rows';
import { startTestApi, TestApi } from './support/test-api';
import { onSqlServer } from './support/test-database';

interface Page {
  readonly items: VehicleView[];
  readonly nextCursor: string | null;
}

/** More than are few, and so many that those at the end are further than a page is looked for. */
const VEHICLES = 9_000;
const DAY_MS = 86_400_000;
const DUE = Date.parse('2026-03-01T00:00:00.000Z');

interface Listed {
  readonly id: string;
  readonly plate: string;
  readonly mileage: number;
  readonly dueAt: string;
  readonly words: readonly string[];
}

/** Every second is blue, every hundredth is green, the last third is old, of which the last ten are rare. */
const FLEET: readonly Listed[] = Array.from({ length: VEHICLES }, (_, index) => ({
  id: randomUUID(),
  plate: `P${String(index).padStart(6, '0')}`,
  mileage: (index * 7_919) % 1_000,
  dueAt: new Date(DUE + (index % 30) * DAY_MS).toISOString(),
  words: [
    ...(index % 2 === 0 ? ['blue'] : []),
    ...(index % 100 === 0 ? ['green'] : []),
    ...(index >= VEHICLES * (2 / 3) ? ['old'] : []),
    ...(index >= VEHICLES - 10 ? ['rare'] : []),
  ],
}));

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  const { writer } = api.app.get(Database, { strict: false });
  const rows = FLEET.map(({ id, plate, mileage, dueAt }) => {
    return { ...ROWS.Vehicles!(), Id: id, Plate: plate, Mileage: mileage, NextMaintenanceDate: dueAt };
  });
  await insertRows(writer, 'Vehicles', rows);
  const terms = FLEET.flatMap(({ id, words }) => words.map((word) => ({ Term: word, VehicleId: id })));
  await insertRows(writer, 'VehicleTerms', terms);
});
afterAll(() => api.stop());

/** The plates of all pages, one after the other. */
async function platesOf(query: string, pages = Infinity): Promise<string[]> {
  const plates: string[] = [];
  let cursor = '';
  for (let page = 0; page < pages; page++) {
    const { status, body } = await api.client.get<Page>(`/api/vehicles?limit=200&${query}${cursor}`);
    expect(status).toBe(200);
    plates.push(...body.items.map(({ plate }) => plate));
    if (body.nextCursor === null) break;
    cursor = `&cursor=${body.nextCursor}`;
  }
  return plates;
}

const having =
  (...words: readonly string[]) =>
  (vehicle: Listed) =>
    words.every((word) => vehicle.words.some((one) => one.startsWith(word)));
const isDue = (day: number) => (vehicle: Listed) => Date.parse(vehicle.dueAt) < DUE + day * DAY_MS;
const dueBefore = (day: number) => `maintenanceDueBefore=${new Date(DUE + day * DAY_MS).toISOString()}`;

const byPlate = (one: Listed, other: Listed) => (one.plate < other.plate ? -1 : 1);
const byMileage = (one: Listed, other: Listed) => one.mileage - other.mileage || (one.id < other.id ? -1 : 1);

describe('a list of vehicles by what leaves few of them or most', () => {
  it.each<[string, (vehicle: Listed) => boolean]>([
    ['q=blue', having('blue')],
    ['q=green', having('green')],
    ['q=old', having('old')],
    ['q=rare', having('rare')],
    ['q=nothing', having('nothing')],
    ['q=blue%20old', having('blue', 'old')],
    ['q=b%20gre', having('b', 'gre')],
    [dueBefore(1), isDue(1)],
    [dueBefore(25), isDue(25)],
    [`q=old&${dueBefore(25)}`, (vehicle) => having('old')(vehicle) && isDue(25)(vehicle)],
    ['plate=P00&q=blue', having('blue')],
  ])('has all of them, once each and in order: %s', async (query, fits) => {
    const fitting = FLEET.filter(fits).sort(byPlate);
    expect(await platesOf(query)).toEqual(fitting.map(({ plate }) => plate));
    const last = await platesOf(`${query}&sort=-plate`, 2);
    expect(last).toEqual(
      fitting
        .reverse()
        .slice(0, 400)
        .map(({ plate }) => plate),
    );
  });

  it.each<[string, (vehicle: Listed) => boolean]>([
    ['q=old', having('old')],
    ['plate=P00', () => true],
    ['plate=P0000', ({ plate }) => plate.startsWith('P0000')],
    [dueBefore(25), isDue(25)],
  ])('and in the order of another column, many of which share a value: %s', async (query, fits) => {
    const fitting = FLEET.filter(fits).sort(byMileage);
    expect(await platesOf(`${query}&sort=mileage`, 5)).toEqual(fitting.slice(0, 1_000).map(({ plate }) => plate));
  });
});

// A server has its own processors and works out a list by itself.
(onSqlServer ? it.skip : it)('lets others in between the parts of what lies far away', async () => {
  const database = api.app.get(ReadDatabase, { strict: false });
  let turn = 0;
  let next = setImmediate(function count() {
    turn++;
    next = setImmediate(count);
  });
  const turns: number[] = [];
  const query = jest.spyOn(database, 'query');
  query.mockImplementation((text, parameters) => {
    if (text.includes('json_each')) turns.push(turn);
    return (Object.getPrototypeOf(database) as ReadDatabase).query.call(database, text, parameters);
  });
  await platesOf('q=old', 1);
  query.mockRestore();
  clearImmediate(next);
  const [first, second, ...others] = turns;
  expect(second).toBeGreaterThan(first!);
  expect(others).toHaveLength(1);
});
