import { SqliteConnection } from '@fleet/infrastructure/shared/database/sqlite-driver';
import { fleetVehicle, scattered, uuid } from '../database/fleet-data';
import { inserter } from '../database/inserter';
import { Size } from './sizes';

const COLUMNS = ['Id', 'VehicleId', '"Date"', 'Description', 'Cost', 'Version', 'CreatedAt', 'UpdatedAt'];

const LAST = Date.parse('2026-11-01T00:00:00.000Z');
const BETWEEN_MS = 60_000;

export function seedMaintenance(database: SqliteConnection, { maintenance, vehicles }: Size): void {
  const rows = inserter(database, 'MaintenanceRecords', COLUMNS);
  for (let index = 0; index < maintenance; index++) {
    const date = new Date(LAST - (maintenance - index) * BETWEEN_MS);
    const at = date.toISOString();
    rows.add([uuid(date, index, 'd'), fleetVehicle(scattered(index) % vehicles).id, at, 'Oil', 120.5, 1, at, at]);
  }
  rows.flush();
}
