import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { DELIVERY, DRIVER, insertRow, ROUTE, Row, ROWS, SCHEDULE, SESSION, USER, VEHICLE } from './support/rows';
import { startTestApi, TestApi } from './support/test-api';
import { onSqlServer } from './support/test-database';

interface Violation {
  readonly constraint: string;
  readonly table: string;
  /** What of a good row is changed; given the row that is there already, where two rows are needed. */
  readonly changes: (other: Row) => Row;
}

const violation = (constraint: string, table: string, changes: Violation['changes'] | Row): Violation => ({
  constraint,
  table,
  changes: typeof changes === 'function' ? changes : () => changes,
});

/** What a row of a driver is without the person. */
const FORGOTTEN: Row = {
  Name: null,
  LicenseNumber: null,
  LicenseNumberKey: null,
  Phone: null,
  Active: 0,
  Available: 0,
  ErasedAt: '2026-01-31T12:00:00.000Z',
};

const VIOLATIONS: Violation[] = [
  violation('CK_EventLog_StreamVersion', 'EventLog', { StreamVersion: 0 }),
  violation('CK_EventLog_SchemaVersion', 'EventLog', { SchemaVersion: 0 }),
  violation('UQ_EventLog_StreamVersion', 'EventLog', ({ StreamId }) => ({ StreamId: StreamId! })),
  violation('UQ_EventLog_EventId', 'EventLog', ({ EventId }) => ({ EventId: EventId! })),
  violation('PK_EventSeals', 'EventSeals', ({ Position }) => ({ Position: Position! })),
  violation('UQ_EventSeals_EventSequence', 'EventSeals', ({ EventSequence }) => ({ EventSequence: EventSequence! })),
  violation('CK_EventSeals_Position', 'EventSeals', { Position: 0 }),
  violation('PK_Vehicles', 'Vehicles', ({ Id }) => ({ Id: Id! })),
  violation('UQ_Vehicles_Plate', 'Vehicles', ({ Plate }) => ({ Plate: Plate! })),
  violation('CK_Vehicles_Year', 'Vehicles', { Year: 1899 }),
  violation('CK_Vehicles_Mileage', 'Vehicles', { Mileage: -1 }),
  violation('CK_Vehicles_Status', 'Vehicles', { Status: 'available' }),
  violation('CK_Vehicles_Version', 'Vehicles', { Version: 0 }),
  violation('PK_VehicleTerms', 'VehicleTerms', ({ Term }) => ({ Term: Term! })),
  violation('FK_VehicleTerms_Vehicles', 'VehicleTerms', { VehicleId: randomUUID() }),
  violation('PK_Drivers', 'Drivers', ({ Id }) => ({ Id: Id! })),
  violation('UQ_Drivers_LicenseNumber', 'Drivers', ({ LicenseNumberKey }) => ({ LicenseNumberKey: LicenseNumberKey! })),
  violation('CK_Drivers_Erased', 'Drivers', { Name: null }),
  violation('CK_Drivers_Erased', 'Drivers', { ErasedAt: '2026-01-31T12:00:00.000Z' }),
  violation('CK_Drivers_Erased', 'Drivers', { ...FORGOTTEN, Phone: 'sealed' }),
  violation('CK_Drivers_Erased', 'Drivers', { ...FORGOTTEN, Active: 1 }),
  violation('CK_Drivers_Available', 'Drivers', { Active: 0, Available: 1 }),
  violation('CK_Drivers_Version', 'Drivers', { Version: 0 }),
  violation('PK_DriverTerms', 'DriverTerms', ({ Term }) => ({ Term: Term! })),
  violation('FK_DriverTerms_Drivers', 'DriverTerms', { DriverId: randomUUID() }),
  violation('PK_MaintenanceRecords', 'MaintenanceRecords', ({ Id }) => ({ Id: Id! })),
  violation('FK_MaintenanceRecords_Vehicles', 'MaintenanceRecords', { VehicleId: randomUUID() }),
  violation('CK_MaintenanceRecords_Cost', 'MaintenanceRecords', { Cost: -0.01 }),
  violation('CK_MaintenanceRecords_Version', 'MaintenanceRecords', { Version: 0 }),
  violation('PK_Trips', 'Trips', ({ Id }) => ({ Id: Id! })),
  violation('FK_Trips_Vehicles', 'Trips', { VehicleId: randomUUID() }),
  violation('FK_Trips_Drivers', 'Trips', { DriverId: randomUUID() }),
  violation('CK_Trips_Distance', 'Trips', { Distance: -1 }),
  violation('CK_Trips_Distance', 'Trips', { Distance: 100_001 }),
  violation('CK_Trips_EndDate', 'Trips', { EndDate: '2026-01-31T11:59:59.999Z' }),
  violation('CK_Trips_Version', 'Trips', { Version: 0 }),
  violation('PK_Routes', 'Routes', ({ Id }) => ({ Id: Id! })),
  violation('CK_Routes_Status', 'Routes', { Status: 'planning' }),
  violation('CK_Routes_ScheduledEnd', 'Routes', { ScheduledEnd: '2026-01-31T12:00:00.000Z' }),
  violation('CK_Routes_Version', 'Routes', { Version: 0 }),
  violation('PK_RouteTerms', 'RouteTerms', ({ Term }) => ({ Term: Term! })),
  violation('FK_RouteTerms_Routes', 'RouteTerms', { RouteId: randomUUID() }),
  violation('PK_Deliveries', 'Deliveries', ({ Id }) => ({ Id: Id! })),
  violation('FK_Deliveries_Routes', 'Deliveries', { RouteId: randomUUID() }),
  violation('FK_Deliveries_Vehicles', 'Deliveries', { VehicleId: randomUUID() }),
  violation('FK_Deliveries_Drivers', 'Deliveries', { DriverId: randomUUID() }),
  violation('CK_Deliveries_Status', 'Deliveries', { Status: 'pickedup' }),
  violation('CK_Deliveries_Slot', 'Deliveries', { SlotEnd: '2026-01-31T12:00:00.000Z' }),
  violation('CK_Deliveries_Slot', 'Deliveries', { SlotStart: '2026-01-31T13:00:00.001Z' }),
  violation('CK_Deliveries_Crew', 'Deliveries', { Status: 'InTransit' }),
  violation('CK_Deliveries_Crew', 'Deliveries', { Status: 'OutForDelivery', DriverId: DRIVER }),
  violation('CK_Deliveries_Priority', 'Deliveries', { Priority: 'high' }),
  violation('CK_Deliveries_Attempt', 'Deliveries', { Attempt: 0 }),
  violation('CK_Deliveries_Distance', 'Deliveries', { Distance: -1 }),
  violation('CK_Deliveries_Distance', 'Deliveries', { Distance: 100_001 }),
  violation('CK_Deliveries_Version', 'Deliveries', { Version: 0 }),
  violation('PK_DeliveryTerms', 'DeliveryTerms', ({ Term }) => ({ Term: Term! })),
  violation('FK_DeliveryTerms_Deliveries', 'DeliveryTerms', { DeliveryId: randomUUID() }),
  violation('PK_DeliveryIncidents', 'DeliveryIncidents', ({ Id }) => ({ Id: Id! })),
  violation('FK_DeliveryIncidents_Deliveries', 'DeliveryIncidents', { DeliveryId: randomUUID() }),
  violation('PK_DeliveryLinks', 'DeliveryLinks', ({ AfterId }) => ({ AfterId: AfterId! })),
  violation('FK_DeliveryLinks_Deliveries', 'DeliveryLinks', { DeliveryId: randomUUID() }),
  violation('PK_DeliveryFiles', 'DeliveryFiles', ({ Id }) => ({ Id: Id! })),
  violation('FK_DeliveryFiles_Deliveries', 'DeliveryFiles', { DeliveryId: randomUUID() }),
  violation('PK_DeliveryCounts', 'DeliveryCounts', ({ Status, Shard }) => ({ Status: Status!, Shard: Shard! })),
  violation('PK_Schedules', 'Schedules', ({ Id }) => ({ Id: Id! })),
  violation('CK_Schedules_Version', 'Schedules', { Version: 0 }),
  violation('PK_ScheduleTerms', 'ScheduleTerms', ({ Term }) => ({ Term: Term! })),
  violation('FK_ScheduleTerms_Schedules', 'ScheduleTerms', { ScheduleId: randomUUID() }),
  violation('PK_ScheduleOccurrences', 'ScheduleOccurrences', ({ OccursAt }) => ({ OccursAt: OccursAt! })),
  violation('FK_ScheduleOccurrences_Schedules', 'ScheduleOccurrences', { ScheduleId: randomUUID() }),
  violation('PK_PersonKeys', 'PersonKeys', ({ PersonId }) => ({ PersonId: PersonId! })),
  violation('PK_KeyChecks', 'KeyChecks', ({ Name }) => ({ Name: Name! })),
  violation('PK_Users', 'Users', ({ Id }) => ({ Id: Id! })),
  violation('FK_Users_Drivers', 'Users', { DriverId: randomUUID() }),
  violation('CK_Users_Role', 'Users', { Role: 'admin' }),
  violation('CK_Users_Driver', 'Users', { Role: 'Driver' }),
  violation('CK_Users_Erased', 'Users', { Email: 'sealed' }),
  violation('CK_Users_Erased', 'Users', { Active: 1 }),
  violation('CK_Users_Version', 'Users', { Version: 0 }),
  violation('PK_Sessions', 'Sessions', ({ Id }) => ({ Id: Id! })),
  violation('FK_Sessions_Users', 'Sessions', { UserId: randomUUID() }),
  violation('PK_RefreshTokens', 'RefreshTokens', ({ TokenHash }) => ({ TokenHash: TokenHash! })),
  violation('FK_RefreshTokens_Sessions', 'RefreshTokens', { SessionId: randomUUID() }),
  violation('PK_ApiKeys', 'ApiKeys', ({ Id }) => ({ Id: Id! })),
  violation('UQ_ApiKeys_KeyHash', 'ApiKeys', ({ KeyHash }) => ({ KeyHash: KeyHash! })),
  violation('FK_ApiKeys_Users', 'ApiKeys', { CreatedBy: randomUUID() }),
  violation('CK_ApiKeys_Version', 'ApiKeys', { Version: 0 }),
  violation('PK_Leases', 'Leases', ({ Name }) => ({ Name: Name! })),
  violation('PK_IdempotencyKeys', 'IdempotencyKeys', ({ Id }) => ({ Id: Id! })),
  violation('CK_IdempotencyKeys_Status', 'IdempotencyKeys', { Status: 300 }),
];

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
