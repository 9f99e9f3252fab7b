import { SqliteConnection } from '@fleet/infrastructure/shared/database/sqlite-driver';
import { fleetDriver, fleetVehicle, scattered, uuid } from '../database/fleet-data';
import { inserter } from '../database/inserter';
import { Size } from './sizes';

const COLUMNS = [
  'Id', 'VehicleId', 'DriverId', 'Route', 'StartDate', 'EndDate', 'Distance', 'Version', 'CreatedAt', 'UpdatedAt',
]; // prettier-ignore

const LAST_START = Date.parse('2026-11-01T00:00:00.000Z');
const BETWEEN_STARTS_MS = 10_000;
const HOUR_MS = 3_600_000;

/** Trips in the order of their start, which is the order of every index they get: ten million take minutes, not hours. */
export function seedTrips(database: SqliteConnection, { trips, activeTrips, vehicles, drivers }: Size): void {
  const rows = inserter(database, 'Trips', COLUMNS);
  // Made once: ten million trips are of the same vehicles and drivers.
  const vehicleIds = Array.from({ length: vehicles }, (_, index) => fleetVehicle(index).id);
  const driverIds = Array.from({ length: drivers }, (_, index) => fleetDriver(index).id);
  for (let index = 0; index < trips; index++) {
    const start = new Date(LAST_START - (trips - index) * BETWEEN_STARTS_MS);
    const startDate = start.toISOString();
    const toGo = trips - index;
    const isActive = toGo <= activeTrips;
    const vehicleId = vehicleIds[isActive ? activeVehicle(toGo) : scattered(index) % vehicles];
    const driverId = driverIds[isActive ? toGo : scattered(index + 7) % drivers];
    const endDate = isActive ? null : new Date(start.getTime() + HOUR_MS).toISOString();
    const id = uuid(start, index, 'c');
    const distance = isActive ? 0 : scattered(index) % 300;
    rows.add([id, vehicleId, driverId, 'Centro', startDate, endDate, distance, 2, startDate, endDate ?? startDate]);
  }
  rows.flush();
  database.exec(`UPDATE Vehicles SET Status = 'InUse' WHERE Id IN (SELECT VehicleId FROM Trips WHERE EndDate IS NULL)`);
  database.exec('UPDATE Drivers SET Available = 0 WHERE Id IN (SELECT DriverId FROM Trips WHERE EndDate IS NULL)');
}

/** One that is not in the workshop, where every fifth is. */
function activeVehicle(number: number): number {
  return number * 5;
}
