import { createHash } from 'node:crypto';
import {
  EXAMPLE_DRIVERS,
  EXAMPLE_MAINTENANCE_RECORD,
  EXAMPLE_TRIPS,
  EXAMPLE_VEHICLES,
} from '@fleet/api/http/openapi/examples';
import { GeneratedFleet, GeneratedFleets } from './support/generated-fleet';
import { Row } from './support/rows';

const TABLES = [
  'Vehicles', 'VehicleTerms', 'Drivers', 'DriverTerms', 'MaintenanceRecords', 'Trips', 'Routes', 'RouteTerms',
  'Deliveries', 'DeliveryTerms', 'DeliveryIncidents', 'DeliveryLinks', 'Schedules', 'EventLog',
]; // prettier-ignore

const fleets = new GeneratedFleets();
let fleet: GeneratedFleet;
beforeAll(async () => {
  fleet = await fleets.generate('one.db');
});
afterAll(() => fleets.remove());

const rows = (sql: string) => fleet.rows(sql);
const value = (sql: string) => fleet.value(sql);
const find = (table: string, id: string) => fleet.find(table, id);

it('makes a whole fleet with a year behind it', () => {
  expect(value('SELECT COUNT(*) FROM Vehicles')).toBe(300);
  expect(value('SELECT COUNT(*) FROM Drivers')).toBe(200);
  expect(value('SELECT COUNT(*) FROM Trips')).toBeGreaterThan(6_000);
  expect(value('SELECT COUNT(*) FROM MaintenanceRecords')).toBeGreaterThan(1_000);
  const [{ first, last }] = rows('SELECT MIN(StartDate) AS first, MAX(StartDate) AS last FROM Trips') as [Row];
  expect(String(first).slice(0, 7)).toBe('2025-11');
  expect(String(last).slice(0, 10)).toBe('2026-11-18');
});

it('has each vehicle and each driver on one trip at a time', () => {
  for (const who of ['VehicleId', 'DriverId']) {
    const before = `LAG(COALESCE(EndDate, '9999')) OVER (PARTITION BY ${who} ORDER BY StartDate, Id)`;
    expect(
      value(`SELECT COUNT(*) FROM (SELECT StartDate, ${before} AS Before FROM Trips) WHERE Before > StartDate`),
    ).toBe(0);
  }
});

it('has driven every kilometre on the clocks since the registration', () => {
  const wrong = rows(`SELECT v.Plate FROM Vehicles v
    JOIN EventLog e ON e.StreamId = v.Id AND e.Type = 'VehicleRegistered'
    LEFT JOIN (SELECT VehicleId, SUM(Distance) AS Driven FROM Trips GROUP BY VehicleId) t ON t.VehicleId = v.Id
    WHERE v.Mileage <> json_extract(e.Payload, '$.mileage') + COALESCE(t.Driven, 0)`);
  expect(wrong).toEqual([]);
});

it('has the event log of a lived year: in order, without a gap, and telling the state of every row', () => {
  const states = new Map<string, Row & { version: number }>();
  const outOfOrder: Row[] = [];
  let before = '';
  for (const event of fleet.opened('EventLog', 'ORDER BY Sequence')) {
    const state = states.get(String(event.StreamId)) ?? { version: 0 };
    const version = state.version + 1;
    if (event.StreamVersion !== version || String(event.OccurredAt) < before) outOfOrder.push(event);
    before = String(event.OccurredAt);
    states.set(String(event.StreamId), Object.assign(state, JSON.parse(String(event.Payload)) as Row, { version }));
  }
  expect(outOfOrder).toEqual([]);
  for (const table of ['Vehicles', 'Drivers', 'MaintenanceRecords', 'Trips']) {
    const stored = fleet.opened(table, '');
    const told = stored.map(({ Id, ...row }) => {
      const state = states.get(String(Id))!;
      const columns = Object.entries(row).map(([column, stored]) => [column, toldValue(state, column, stored)]);
      return { Id, ...Object.fromEntries(columns) } as Row;
    });
    expect(told).toEqual(stored);
  }
});

/** What the events say about a column; what they say nothing about is taken as it is. */
function toldValue(state: Row, column: string, stored: Row[string]): unknown {
  const told = state[column[0]!.toLowerCase() + column.slice(1)];
  if (told === undefined) return stored;
  return typeof stored === 'number' ? Number(told) : told;
}

it('finds vehicles and drivers by their words', () => {
  expect(value("SELECT COUNT(DISTINCT VehicleId) FROM VehicleTerms WHERE Term = 'fiat'")).toBe(
    value("SELECT COUNT(*) FROM Vehicles WHERE Model LIKE 'Fiat %'"),
  );
  expect(value('SELECT COUNT(*) FROM Drivers WHERE Id NOT IN (SELECT DriverId FROM DriverTerms)')).toBe(0);
});

describe('what the examples of the API documentation speak of', () => {
  it.each(Object.entries(EXAMPLE_VEHICLES))('has the vehicle %s', (_, { id, plate, model, status, mileage }) => {
    const row = find('Vehicles', id);
    expect(row).toMatchObject({ Plate: plate, Model: model, Status: status });
    expect(row.Mileage).toBeLessThanOrEqual(mileage);
  });

  it.each(Object.entries(EXAMPLE_DRIVERS))('has the driver %s', (_, driver) => {
    const { id, name, licenseNumber, active, available } = driver;
    const state = { Active: Number(active), Available: Number(available) };
    expect(find('Drivers', id)).toMatchObject({ Name: name, LicenseNumber: licenseNumber, ...state });
  });

  it.each(Object.entries(EXAMPLE_TRIPS))(
    'has the trip %s',
    (_, { id, vehicleId, driverId, route, endDate, distance }) => {
      const row = find('Trips', id);
      expect(row).toMatchObject({ VehicleId: vehicleId, DriverId: driverId, Route: route, Distance: distance });
      expect(row.EndDate === null).toBe(endDate === null);
    },
  );

  it('has the maintenance record', () => {
    const { id, vehicleId, description, cost } = EXAMPLE_MAINTENANCE_RECORD;
    expect(find('MaintenanceRecords', id)).toMatchObject({
      VehicleId: vehicleId,
      Description: description,
      Cost: cost,
    });
  });

  it('has a vehicle and a driver without trips to delete', () => {
    const trips = 'SELECT COUNT(*) FROM Trips WHERE';
    expect(value(`${trips} VehicleId = '${EXAMPLE_VEHICLES.toDelete.id}'`)).toBe(0);
    expect(value(`${trips} DriverId = '${EXAMPLE_DRIVERS.toDelete.id}'`)).toBe(0);
  });
});

it('is the same every time', async () => {
  fleets.shareKeys('one.db', 'again.db');
  const again = await fleets.generate('again.db');
  const digest = (of: GeneratedFleet, table: string) =>
    createHash('sha256')
      .update(JSON.stringify(of.opened(table, 'ORDER BY 1, 2').map(withoutFileKeys)))
      .digest('hex');
  for (const table of TABLES) expect([table, digest(again, table)]).toEqual([table, digest(fleet, table)]);
});

/** Every file has a key that nobody can foresee. */
function withoutFileKeys(row: Row): Row {
  const { Payload, Previous } = row;
  if (!String(Payload).includes('fileKeys') && !String(Previous).includes('fileKeys')) return row;
  const without = (text: unknown) => String(text).replace(/"fileKeys":"(\\.|[^"\\])*"/, '');
  return { ...row, Payload: without(Payload), Previous: without(Previous) };
}
