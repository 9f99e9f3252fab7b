import { DataSource } from 'typeorm';
import { EventPayload } from '@fleet/domain/shared/event-versions';
import { EVENT_VERSIONS } from '@fleet/infrastructure/shared/database/event-versions';
import { payloadFault } from '@fleet/tests/golden/event-schemas';
import { DELIVERY_CONTRADICTIONS } from './delivery-consistency';

const STREAMS = {
  Vehicles: 'Vehicle',
  Drivers: 'Driver',
  MaintenanceRecords: 'MaintenanceRecord',
  Trips: 'Trip',
  Routes: 'Route',
  Deliveries: 'Delivery',
  Users: 'User',
  ApiKeys: 'ApiKey',
  Schedules: 'Schedule',
};

/** The ids of everybody of whom something is known; a customer goes by the delivery. */
const PEOPLE = `SELECT Id FROM Drivers WHERE ErasedAt IS NULL UNION ALL SELECT Id FROM Users WHERE Email IS NOT NULL
  UNION ALL SELECT Id FROM Schedules UNION ALL SELECT Id FROM Deliveries WHERE CustomerName IS NOT NULL`;

/** What must be in no database, whatever happened to the processes that wrote to it; each is counted. */
const CONTRADICTIONS: Record<string, string> = {
  ...DELIVERY_CONTRADICTIONS,
  'streams with a gap': `SELECT COUNT(*) AS found FROM (SELECT StreamId FROM EventLog GROUP BY Stream, StreamId
    HAVING COUNT(*) <> MAX(StreamVersion) OR MIN(StreamVersion) <> 1) AS broken`,
  'running trips of a vehicle that is not in use': `SELECT COUNT(*) AS found FROM Trips INNER JOIN Vehicles ON
    Vehicles.Id = Trips.VehicleId WHERE Trips.EndDate IS NULL AND Vehicles.Status <> 'InUse'`,
  'vehicles in use without a running trip': `SELECT COUNT(*) AS found FROM Vehicles WHERE Status = 'InUse' AND NOT EXISTS
    (SELECT 1 FROM Trips WHERE Trips.VehicleId = Vehicles.Id AND Trips.EndDate IS NULL)`,
  'running trips of a driver who is available': `SELECT COUNT(*) AS found FROM Trips INNER JOIN Drivers ON
    Drivers.Id = Trips.DriverId WHERE Trips.EndDate IS NULL AND Drivers.Available = 1`,
  'active drivers who are not available without a running trip': `SELECT COUNT(*) AS found FROM Drivers WHERE Active = 1
    AND Available = 0 AND NOT EXISTS (SELECT 1 FROM Trips WHERE Trips.DriverId = Drivers.Id AND Trips.EndDate IS NULL)`,
  'vehicles that no word finds': `SELECT COUNT(*) AS found FROM Vehicles WHERE NOT EXISTS
    (SELECT 1 FROM VehicleTerms WHERE VehicleTerms.VehicleId = Vehicles.Id)`,
  'drivers whom no word finds': `SELECT COUNT(*) AS found FROM Drivers WHERE ErasedAt IS NULL AND NOT EXISTS
    (SELECT 1 FROM DriverTerms WHERE DriverTerms.DriverId = Drivers.Id)`,
  'schedules that no word finds': `SELECT COUNT(*) AS found FROM Schedules WHERE NOT EXISTS
    (SELECT 1 FROM ScheduleTerms WHERE ScheduleTerms.ScheduleId = Schedules.Id)`,
  'occurrences without a route': 'SELECT COUNT(*) AS found FROM ScheduleOccurrences WHERE RouteId IS NULL',
  'words of drivers who are erased': `SELECT COUNT(*) AS found FROM DriverTerms INNER JOIN Drivers ON
    Drivers.Id = DriverTerms.DriverId WHERE ErasedAt IS NOT NULL`,
  'routes that no word finds': `SELECT COUNT(*) AS found FROM Routes WHERE NOT EXISTS
    (SELECT 1 FROM RouteTerms WHERE RouteTerms.RouteId = Routes.Id)`,
  'keys of people who are gone': `SELECT COUNT(*) AS found FROM PersonKeys WHERE NOT EXISTS
    (SELECT 1 FROM (${PEOPLE}) AS people WHERE people.Id = PersonKeys.PersonId)`,
  'people whose key is gone': `SELECT COUNT(*) AS found FROM (${PEOPLE}) AS people WHERE NOT EXISTS
    (SELECT 1 FROM PersonKeys WHERE PersonKeys.PersonId = people.Id)`,
};
for (const [table, stream] of Object.entries(STREAMS)) {
  const last = `SELECT MAX(StreamVersion) FROM EventLog WHERE Stream = '${stream}' AND StreamId = ${table}.Id`;
  CONTRADICTIONS[`${table} whose version is not that of their last event`] =
    `SELECT COUNT(*) AS found FROM ${table} WHERE Version <> COALESCE((${last}), 0)`;
  CONTRADICTIONS[`events of ${table} that are not there and were not deleted`] =
    `SELECT COUNT(*) AS found FROM EventLog AS e WHERE Stream = '${stream}'
     AND NOT EXISTS (SELECT 1 FROM ${table} WHERE ${table}.Id = e.StreamId) AND NOT EXISTS
     (SELECT 1 FROM EventLog AS d WHERE d.StreamId = e.StreamId AND d.Type = '${stream}Deleted')`;
}

/** The contradictions that the database has, with how many there are of each. */
export async function contradictions(database: DataSource): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [name, sql] of Object.entries(CONTRADICTIONS)) {
    const [row] = await database.query<{ found: number }[]>(sql);
    if (Number(row!.found) > 0) found[name] = Number(row!.found);
  }
  return { ...found, ...(await faultyPayloads(database)) };
}

interface StoredPayload {
  readonly stream: string;
  readonly type: string;
  readonly version: number;
  readonly payload: string;
}

/** Payloads that are not as the catalogue describes them. What is sealed in them is text either way. */
async function faultyPayloads(database: DataSource): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  const events = await database.query<StoredPayload[]>(
    'SELECT Stream AS "stream", Type AS "type", SchemaVersion AS "version", Payload AS "payload" FROM EventLog',
  );
  for (const { stream, type, version, payload } of events) {
    const present = EVENT_VERSIONS.upcast(type, version, JSON.parse(payload) as EventPayload);
    const fault = payloadFault(stream, type, present);
    if (fault) found[fault] = (found[fault] ?? 0) + 1;
  }
  return found;
}
