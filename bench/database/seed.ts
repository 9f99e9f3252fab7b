import { SqliteConnection } from '@fleet/infrastructure/shared/database/sqlite-driver';
import { searchWords } from '@fleet/domain/shared/search-words';
import { DRIVERS, FleetVehicle, fleetDriver, fleetVehicle } from './fleet-data';
import { inserter } from './inserter';
import { withoutIndexes } from './without-indexes';

const PHONE = '+55 11 91234-5678';

/** This part of the fleet comes in one by one, into indexes that are there. */
const LATECOMERS = 0.1;

/**
 * Fills an empty database with a fleet as the product would have written it: rows, search terms and events. Indexes
 * that are built at once have full pages, which the next rows would have to split; the latecomers do that beforehand.
 */
export function seed(database: SqliteConnection, vehicles: number): void {
  const early = Math.round(vehicles * (1 - LATECOMERS));
  withoutIndexes(database, () => {
    database.transaction(() => {
      seedVehicles(database, 0, early);
      seedDrivers(database);
    })();
  });
  database.transaction(() => seedVehicles(database, early, vehicles))();
}

function seedVehicles(database: SqliteConnection, from: number, to: number): void {
  database.exec('CREATE TEMP TABLE Words (Term TEXT NOT NULL, VehicleId TEXT NOT NULL)');
  const vehicles = inserter(database, 'Vehicles', 11);
  const words = inserter(database, 'Words', 2);
  const events = inserter(database, 'EventLog', 10);
  for (let index = from; index < to; index++) {
    const vehicle = fleetVehicle(index);
    vehicles.add(vehicleRow(vehicle));
    for (const word of searchWords(vehicle.plate, vehicle.model)) words.add([word, vehicle.id]);
    events.add(eventRow(vehicle, index));
  }
  for (const table of [vehicles, words, events]) table.flush();
  // In the order of its key, because each page of the table is then written once.
  database.exec('INSERT INTO VehicleTerms SELECT Term, VehicleId FROM Words ORDER BY Term, VehicleId');
  database.exec('DROP TABLE Words');
}

function vehicleRow(vehicle: FleetVehicle): unknown[] {
  const { id, plate, model, year, mileage, lastMaintenanceDate, nextMaintenanceDate, status, createdAt } = vehicle;
  return [id, plate, model, year, mileage, lastMaintenanceDate, nextMaintenanceDate, status, 1, createdAt, createdAt];
}

function eventRow({ id, createdAt, ...fields }: FleetVehicle, index: number): unknown[] {
  const eventId = id.replace('-8a00-', '-8e00-');
  const payload = JSON.stringify(fields);
  return [index + 1, eventId, 'Vehicle', id, 1, 'VehicleRegistered', payload, createdAt, 'system', eventId];
}

function seedDrivers(database: SqliteConnection): void {
  const drivers = inserter(database, 'Drivers', 10);
  const terms = inserter(database, 'DriverTerms', 2);
  for (let index = 0; index < DRIVERS; index++) {
    const { id, name, licenseNumber, createdAt } = fleetDriver(index);
    drivers.add([id, name, licenseNumber, licenseNumber, PHONE, 1, 1, 1, createdAt, createdAt]);
    for (const word of searchWords(licenseNumber, name)) terms.add([word, id]);
  }
  drivers.flush();
  terms.flush();
}
