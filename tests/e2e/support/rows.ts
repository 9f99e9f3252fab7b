import { randomBytes, randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';

export type Row = Record<string, string | number | null>;

const INSTANT = '2026-01-31T12:00:00.000Z';
const LATER = '2026-01-31T13:00:00.000Z';
const VERSIONED = { Version: 1, CreatedAt: INSTANT, UpdatedAt: INSTANT };

/** What the other rows are of. */
export const [VEHICLE, DRIVER, USER, SESSION] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
export const ROUTE = randomUUID();
export const DELIVERY = randomUUID();
export const SCHEDULE = randomUUID();
let count = 0;

/** A row of each table that the database takes, as often as it is asked for one. */
export const ROWS: Record<string, () => Row> = {
  EventLog: () => ({
    EventId: randomUUID(),
    Stream: 'Vehicle',
    StreamId: randomUUID(),
    StreamVersion: 1,
    Type: 'VehicleRegistered',
    Payload: '{}',
    OccurredAt: INSTANT,
    Actor: 'system',
    CorrelationId: 'c',
  }),
  EventSeals: () => ({ Position: ++count, EventSequence: count, SealedAt: INSTANT, Hash: 'h'.repeat(43) }),
  Vehicles: () => ({
    Id: randomUUID(),
    Plate: `C-${++count}`,
    Model: 'Fiat Uno',
    Year: 2020,
    Mileage: 0,
    LastMaintenanceDate: INSTANT,
    NextMaintenanceDate: INSTANT,
    Status: 'Available',
    ...VERSIONED,
  }),
  VehicleTerms: () => ({ Term: `term-${++count}`, VehicleId: VEHICLE }),
  Drivers: () => ({
    Id: randomUUID(),
    Name: 'sealed',
    LicenseNumber: 'sealed',
    LicenseNumberKey: `key-${++count}`,
    Phone: 'sealed',
    Active: 1,
    Available: 1,
    ...VERSIONED,
  }),
  DriverTerms: () => ({ Term: `term-${++count}`, DriverId: DRIVER }),
  MaintenanceRecords: () => ({
    Id: randomUUID(),
    VehicleId: VEHICLE,
    Date: INSTANT,
    Description: 'Oil',
    Cost: 99_999_999.99,
    ...VERSIONED,
  }),
  Trips: () => ({
    Id: randomUUID(),
    VehicleId: VEHICLE,
    DriverId: DRIVER,
    Route: 'Centro - Aeroporto',
    StartDate: INSTANT,
    EndDate: LATER,
    Distance: 0,
    ...VERSIONED,
  }),
  Routes: () => ({
    Id: randomUUID(),
    Name: 'Centro',
    Origin: 'Norte',
    Destination: 'Sul',
    ScheduledStart: INSTANT,
    Status: 'Planning',
    Checkpoints: '[]',
    ...VERSIONED,
  }),
  RouteTerms: () => ({ Term: `term-${++count}`, RouteId: ROUTE }),
  Deliveries: () => ({
    Id: randomUUID(),
    RouteId: ROUTE,
    Priority: 'Normal',
    Requirements: '[]',
    Predecessors: '[]',
    Status: 'PickedUp',
    Attempt: 1,
    SlotStart: INSTANT,
    SlotEnd: LATER,
    Reached: '[]',
    Incidents: '[]',
    OpenIncidents: 0,
    ...VERSIONED,
  }),
  DeliveryTerms: () => ({ Term: `term-${++count}`, Slot: INSTANT, DeliveryId: DELIVERY }),
  DeliveryIncidents: () => ({ Id: randomUUID(), DeliveryId: DELIVERY }),
  DeliveryLinks: () => ({ DeliveryId: DELIVERY, AfterId: randomUUID() }),
  DeliveryFiles: () => ({
    Id: randomUUID(),
    DeliveryId: DELIVERY,
    Kind: 'photo',
    MediaType: 'image/png',
    Size: 1,
    Sha256: 'a'.repeat(64),
  }),
  DeliveryCounts: () => ({ Status: 'PickedUp', Shard: 100 + ++count, Total: 0 }),
  Schedules: () => ({
    Id: randomUUID(),
    Name: 'Bread',
    RecurrenceRule: 'FREQ=DAILY',
    TimeZone: 'UTC',
    StartsAt: '2026-01-05T08:00',
    Template: 'sealed',
    Active: 1,
    CreatedUntil: INSTANT,
    ...VERSIONED,
  }),
  ScheduleTerms: () => ({ Term: `term-${++count}`, ScheduleId: SCHEDULE }),
  ScheduleOccurrences: () => ({
    ScheduleId: SCHEDULE,
    OccursAt: new Date(Date.parse(INSTANT) + ++count).toISOString(),
    CreatedAt: INSTANT,
  }),
  IdempotencyKeys: () => ({
    Id: randomBytes(32).toString('base64url'),
    RequestHash: randomBytes(32).toString('base64url'),
    Status: 201,
    CreatedAt: INSTANT,
  }),
  PersonKeys: () => ({ PersonId: randomUUID(), WrappedKey: 'sealed', CreatedAt: INSTANT }),
  KeyChecks: () => ({ Name: `key-${++count}`, Value: 'sealed' }),
  // An erased one, because it has only what every user has.
  Users: () => ({ Id: randomUUID(), Role: 'Manager', Active: 0, ...VERSIONED }),
  Sessions: () => ({ Id: randomUUID(), UserId: USER, CreatedAt: INSTANT, ExpiresAt: LATER }),
  RefreshTokens: () => ({ TokenHash: `token-${++count}`, SessionId: SESSION, IssuedAt: INSTANT, ExpiresAt: LATER }),
  ApiKeys: () => ({
    Id: randomUUID(),
    Name: 'Route planner',
    Prefix: 'fm_live_Ab1-',
    KeyHash: `key-${++count}`,
    Scopes: '["vehicles:read"]',
    CreatedBy: USER,
    ...VERSIONED,
  }),
  Leases: () => ({ Name: `lease-${++count}`, Holder: randomUUID(), ExpiresAt: INSTANT, Epoch: 0 }),
};

/** Puts a row there by SQL, past every rule of the product. */
export function insertRow(database: DataSource, table: string, row: Row): Promise<unknown> {
  return insertRows(database, table, [row]);
}

/** A statement takes as many rows. */
const ROWS_A_STATEMENT = 200;

/** Puts rows there that have the same columns. */
export async function insertRows(database: DataSource, table: string, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const part = rows.slice(from, from + ROWS_A_STATEMENT);
    const columns = Object.keys(part[0]!).map((name) => `"${name}"`);
    const values = part.map((row) => `(${Object.values(row).map(literal).join(', ')})`);
    await database.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${values.join(', ')}`);
  }
}

function literal(value: string | number | null): string {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
