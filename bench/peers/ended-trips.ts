import { DRIVERS, fleetDriver, fleetVehicle } from '@fleet/bench/database/fleet-data';
import { inserter } from '@fleet/bench/database/inserter';
import { SqliteDatabase } from '@fleet/infrastructure/shared/database/sqlite-driver';

export const VEHICLES = 10_000;
export const TRIPS = 20_000;

/** A trip that is over: two of each vehicle. */
export interface EndedTrip {
  readonly id: string;
  readonly vehicleId: string;
  readonly driverId: string;
  readonly route: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly distance: number;
}

const FIRST_START = Date.parse('2025-06-01T06:00:00.000Z');
const MINUTE_MS = 60_000;

export function endedTrip(index: number): EndedTrip {
  const start = FIRST_START + index * MINUTE_MS;
  return {
    id: fleetVehicle(index).id.replace('-8a00-', '-8c00-'),
    vehicleId: fleetVehicle(index % VEHICLES).id,
    driverId: fleetDriver(index % DRIVERS).id,
    route: 'Depot, Avenida Paulista, Depot',
    startDate: new Date(start).toISOString(),
    endDate: new Date(start + 45 * MINUTE_MS).toISOString(),
    distance: index % 200,
  };
}

/** Puts the trips into a database of the product that nobody has open. */
export function seedEndedTrips(file: string): void {
  const database = new SqliteDatabase(file);
  const columns = ['Id', 'VehicleId', 'DriverId', 'Route', 'StartDate', 'EndDate', 'Distance', 'Version'];
  const trips = inserter(database, 'Trips', [...columns, 'CreatedAt', 'UpdatedAt']);
  database.transaction(() => {
    for (let index = 0; index < TRIPS; index++) {
      const { id, vehicleId, driverId, route, startDate, endDate, distance } = endedTrip(index);
      trips.add([id, vehicleId, driverId, route, startDate, endDate, distance, 2, startDate, endDate]);
    }
    trips.flush();
  })();
  database.close();
}
