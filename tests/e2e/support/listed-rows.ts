import { randomUUID } from 'node:crypto';
import { DeliverySeals } from '@fleet/infrastructure/deliveries/delivery-seals';
import { DriverSeals } from '@fleet/infrastructure/drivers/driver-seals';
import { DriverTerms } from '@fleet/infrastructure/drivers/driver-terms';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { insertRows, Row, ROWS, ROUTE, USER, VEHICLE, DRIVER } from './rows';
import { TestApi } from './test-api';
import { FORGOTTEN } from './violations';

const FIRST = Date.parse('2026-01-31T12:00:00.000Z');
/** What filters find that are for few rows: each list has so many of them. */
const FOUND = 3;

/** What the first rows of each table are found by, and what the first deliveries' customer and the first drivers are called. */
export const WORD = 'azul';
export const CUSTOMER = 'ana';

/**
 * Fills every table that is listed with so many rows, of which the first three are of one vehicle, one driver and one
 * word: each list has a page after its first.
 */
export async function fillLists(
  api: TestApi,
  count: number,
  insert: (table: string, rows: readonly Row[]) => Promise<void> = (table, rows) =>
    insertRows(api.app.get(Database, { strict: false }).writer, table, rows),
): Promise<void> {
  const get = <T>(token: abstract new (...args: never[]) => T): T => api.app.get<T>(token, { strict: false });
  const add = async (table: string, row: (index: number) => Row): Promise<Row[]> => {
    const rows = Array.from({ length: count }, (_, index) => ({ ...ROWS[table]!(), ...row(index) }));
    await insert(table, rows);
    return rows;
  };
  const at = (index: number) => new Date(FIRST + index * 60_000).toISOString();
  const isFound = (index: number) => index < FOUND;
  // Two trips and two deliveries are under way.
  const isLast = (index: number) => index >= count - 2;
  const created = (index: number, id: string): Row => ({ ...(index === 0 && { Id: id }), CreatedAt: at(index) });

  const vehicles = await add('Vehicles', (index) => ({
    ...created(index, VEHICLE),
    Mileage: index,
    NextMaintenanceDate: at(index),
  }));
  const drivers = await add('Drivers', (index) => {
    const id = index === 0 ? DRIVER : randomUUID();
    return { Id: id, CreatedAt: at(index), ...(isFound(index) ? ERASED : sealedDriver(get(DriverSeals), id)) };
  });
  const vehicle = (index: number) => (isFound(index) ? VEHICLE : vehicles[index]!.Id!);
  const driver = (index: number) => (isFound(index) ? DRIVER : drivers[index]!.Id!);
  await add('Users', (index) => ({ ...created(index, USER), DriverId: driver(index) }));
  await add('ApiKeys', (index) => ({ CreatedAt: at(index) }));
  const schedules = await add('Schedules', (index) => ({ Name: `Ronda ${index}`, CreatedAt: at(index) }));
  await add('MaintenanceRecords', (index) => ({ VehicleId: vehicle(index), Date: at(index) }));
  await add('Trips', (index) => ({
    VehicleId: vehicle(index),
    DriverId: driver(index),
    StartDate: at(index),
    EndDate: isLast(index) ? null : at(index + 1),
  }));
  const routes = await add('Routes', (index) => ({
    ...created(index, ROUTE),
    ScheduledStart: at(index),
    ScheduledEnd: at(index + 60),
  }));
  await add('EventLog', (index) => ({
    StreamId: isFound(index) ? VEHICLE : randomUUID(),
    StreamVersion: isFound(index) ? index + 1 : 1,
    OccurredAt: at(index),
  }));
  const deliveries = await add('Deliveries', (index) => ({
    RouteId: isFound(index) ? ROUTE : routes[index]!.Id!,
    VehicleId: vehicle(index),
    DriverId: driver(index),
    Status: isLast(index) ? 'InTransit' : 'Delivered',
    SlotStart: at(index),
    SlotEnd: at(index + 1),
    OpenIncidents: isFound(index) ? 1 : 0,
    LateMinutes: isLast(index) ? null : isFound(index) ? 3 : 0,
    DeliveredAt: isLast(index) ? null : at(index + 2),
  }));
  await insert(
    'DriverTerms',
    drivers.map(({ Id }, index) => {
      return { Term: isFound(index) ? get(DriverTerms).ofQuery([CUSTOMER])[0]! : `word-${index}`, DriverId: Id! };
    }),
  );
  const [term] = get(DeliverySeals).termsOf([CUSTOMER]);
  const word = (table: string, id: string, rows: readonly Row[]) =>
    insert(
      table,
      rows.map((row, index) => ({ Term: isFound(index) ? WORD : `word-${index}`, [id]: row.Id! })),
    );
  await word('VehicleTerms', 'VehicleId', vehicles);
  await word('RouteTerms', 'RouteId', routes);
  await word('ScheduleTerms', 'ScheduleId', schedules);
  await insert(
    'DeliveryTerms',
    deliveries.map(({ Id, SlotStart }, index) => {
      return { Term: isFound(index) ? term! : `word-${index}`, Slot: SlotStart!, DeliveryId: Id! };
    }),
  );
}

const ERASED = { ...FORGOTTEN, ErasedAt: new Date(FIRST).toISOString() };

function sealedDriver(seals: DriverSeals, id: string): Row {
  const Name = seals.seal(id, 'name', 'Bia Souza');
  const LicenseNumber = seals.seal(id, 'licenseNumber', id.slice(0, 11));
  const LicenseNumberKey = seals.licenseNumberKey(id);
  const Phone = seals.seal(id, 'phone', '+55 19 90000-0001');
  return { Name, LicenseNumber, LicenseNumberKey, Phone, Active: 1, Available: 1, ErasedAt: null };
}
