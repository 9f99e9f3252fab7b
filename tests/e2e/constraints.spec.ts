import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { DELIVERY, DRIVER, insertRow, ROUTE, Row, ROWS, SCHEDULE, SESSION, USER, VEHICLE } from './support/rows';
import { startTestApi, TestApi } from './support/test-api';
import { onSqlServer } from './support/test-database';
import { FORGOTTEN, VIOLATIONS } from './support/violations';

let api: TestApi;
let writer: DataSource;
beforeAll(async () => {
  api = await startTestApi();
  writer = api.app.get(Database, { strict: false }).writer;
  await insert('Vehicles', { ...ROWS.Vehicles!(), Id: VEHICLE });
  await insert('Drivers', { ...ROWS.Drivers!(), Id: DRIVER });
  await insert('Routes', { ...ROWS.Routes!(), Id: ROUTE });
  await insert('Deliveries', { ...ROWS.Deliveries!(), Id: DELIVERY });
  await insert('Schedules', { ...ROWS.Schedules!(), Id: SCHEDULE });
  await insert('Users', { ...ROWS.Users!(), Id: USER });
  await insert('Sessions', { ...ROWS.Sessions!(), Id: SESSION });
});
afterAll(() => api.stop());

const insert = (table: string, row: Row) => insertRow(writer, table, row);

describe.each(Object.keys(ROWS))('the table %s', (table) => {
  it('takes good rows', async () => {
    await expect(Promise.all([insert(table, ROWS[table]!()), insert(table, ROWS[table]!())])).resolves.toHaveLength(2);
  });

  it('has no column that may be empty but the end of a trip', async () => {
    for (const column of Object.keys(ROWS[table]!())) {
      const row = { ...ROWS[table]!(), [column]: null };
      if (column === 'EndDate') continue;
      await expect(insert(table, row)).rejects.toThrow(/not null|NULL|CK_Drivers_Erased/i);
    }
  });
});

describe('the constraint', () => {
  it.each(VIOLATIONS)('$constraint refuses what breaks it', async ({ table, changes, constraint }) => {
    const good = ROWS[table]!();
    await insert(table, good);
    // SQLite names checks, and of a unique key its columns.
    const named = onSqlServer ? new RegExp(constraint, 'i') : sqliteWords(constraint, table);
    await expect(insert(table, { ...ROWS[table]!(), ...changes(good) })).rejects.toThrow(named);
  });

  it.each([
    ['UQ_Trips_ActiveVehicle', 'VehicleId', 'DriverId'],
    ['UQ_Trips_ActiveDriver', 'DriverId', 'VehicleId'],
  ])('%s lets one running trip be, and any number that have ended', async (constraint, column, otherColumn) => {
    const ids = { VehicleId: randomUUID(), DriverId: randomUUID() };
    await insert('Vehicles', { ...ROWS.Vehicles!(), Id: ids.VehicleId });
    await insert('Drivers', { ...ROWS.Drivers!(), Id: ids.DriverId });
    const trip = (changes: Row) => insert('Trips', { ...ROWS.Trips!(), ...ids, ...changes });
    await trip({});
    await trip({});
    await trip({ EndDate: null });
    const other = { [otherColumn]: otherColumn === 'DriverId' ? DRIVER : VEHICLE };
    const named = onSqlServer ? new RegExp(constraint, 'i') : `UNIQUE constraint failed: Trips.${column}`;
    await expect(trip({ EndDate: null, ...other })).rejects.toThrow(named);
    await trip({ ...other });
  });

  it('UQ_Users_EmailKey lets nobody have the address of another, and any number be erased', async () => {
    const key = randomUUID();
    const known = () => ({ Email: 'sealed', Name: 'sealed', PasswordHash: 'hash', EmailKey: key, Active: 1 });
    const user = (changes: Row) => insert('Users', { ...ROWS.Users!(), ...changes });
    await user(known());
    const named = onSqlServer ? /UQ_Users_EmailKey/i : 'UNIQUE constraint failed: Users.EmailKey';
    await expect(user(known())).rejects.toThrow(named);
    await Promise.all([user({}), user({})]);
  });

  it('CK_MaintenanceRecords_Cost refuses what is too dear', async () => {
    const row = { ...ROWS.MaintenanceRecords!(), Cost: 100_000_000 };
    await expect(insert('MaintenanceRecords', row)).rejects.toThrow(/constraint|overflow|converting/i);
  });

  // One engine's schema is enough: both have the same constraints, and SQLite keeps their text to read.
  (onSqlServer ? it.skip : it)('is on this list if the schema has it', async () => {
    // SQLite keeps the statements as the migrations wrote them.
    const statements = await writer.query<{ sql: string }[]>('SELECT sql FROM sqlite_master WHERE sql IS NOT NULL');
    const all = statements.flatMap(({ sql }) => sql.match(/\b(?:PK|UQ|FK|CK)_\w+/g) ?? []);
    const names = new Set([
      ...VIOLATIONS.map(({ constraint }) => constraint),
      'UQ_Trips_ActiveVehicle',
      'UQ_Trips_ActiveDriver',
      'UQ_Users_EmailKey',
      // In deliveries.guards.spec.ts.
      'UQ_Deliveries_Reference',
    ]);
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter((name) => !names.has(name))).toEqual([]);
  });
});

it('lets any number of erased drivers have no licence number', async () => {
  const erased = () => insert('Drivers', { ...ROWS.Drivers!(), ...FORGOTTEN });
  await erased();
  await expect(erased()).resolves.not.toThrow();
});

describe('a deletion', () => {
  it('of a vehicle takes its words and its records along, and is refused by its trips', async () => {
    const id = randomUUID();
    await insert('Vehicles', { ...ROWS.Vehicles!(), Id: id });
    await insert('VehicleTerms', { ...ROWS.VehicleTerms!(), VehicleId: id });
    await insert('MaintenanceRecords', { ...ROWS.MaintenanceRecords!(), VehicleId: id });
    const trip = ROWS.Trips!();
    await insert('Trips', { ...trip, VehicleId: id });
    const remove = () => writer.query(`DELETE FROM Vehicles WHERE Id = '${id}'`);
    await expect(remove()).rejects.toThrow(onSqlServer ? /FK_Trips_Vehicles/i : /FOREIGN KEY/);
    await writer.query(`DELETE FROM Trips WHERE Id = '${trip.Id}'`);
    await remove();
    for (const table of ['VehicleTerms', 'MaintenanceRecords']) expect(await countOf(table, 'VehicleId', id)).toBe(0);
  });

  it('of a driver takes the words along, and is refused by trips', async () => {
    const id = randomUUID();
    await insert('Drivers', { ...ROWS.Drivers!(), Id: id });
    await insert('DriverTerms', { ...ROWS.DriverTerms!(), DriverId: id });
    const trip = ROWS.Trips!();
    await insert('Trips', { ...trip, DriverId: id });
    const remove = () => writer.query(`DELETE FROM Drivers WHERE Id = '${id}'`);
    await expect(remove()).rejects.toThrow(onSqlServer ? /FK_Trips_Drivers/i : /FOREIGN KEY/);
    await writer.query(`DELETE FROM Trips WHERE Id = '${trip.Id}'`);
    await remove();
    expect(await countOf('DriverTerms', 'DriverId', id)).toBe(0);
  });
});

async function countOf(table: string, column: string, id: string): Promise<number> {
  const rows = await writer.query<unknown[]>(`SELECT ${column} FROM ${table} WHERE ${column} = '${id}'`);
  return rows.length;
}

function sqliteWords(constraint: string, table: string): RegExp {
  const kind = constraint.slice(0, 2);
  if (kind === 'FK') return /FOREIGN KEY constraint failed/;
  return kind === 'CK'
    ? new RegExp(`CHECK constraint failed: ${constraint}`)
    : new RegExp(`UNIQUE constraint failed: ${table}\\.`);
}
