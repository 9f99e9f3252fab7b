import { BlindIndex } from '@fleet/infrastructure/shared/secrets/blind-index';
import { SecretBox } from '@fleet/infrastructure/shared/secrets/secret-box';
import { SecretKeys } from '@fleet/infrastructure/shared/secrets/secret-keys';
import { DriverSeals } from '@fleet/infrastructure/drivers/driver-seals';
import { DriverTerms } from '@fleet/infrastructure/drivers/driver-terms';
import { SqliteConnection } from '@fleet/infrastructure/shared/database/sqlite-driver';
import { searchWords } from '@fleet/domain/shared/search-words';
import { DRIVERS, FleetVehicle, fleetDriver, fleetVehicle } from './fleet-data';
import { inserter } from './inserter';
import { withoutIndexes } from './without-indexes';

const PHONE = '+55 11 91234-5678';

const VEHICLE_COLUMNS = [
  'Id', 'Plate', 'Model', 'Year', 'Mileage', 'LastMaintenanceDate', 'NextMaintenanceDate', 'Status', 'Version',
  'CreatedAt', 'UpdatedAt',
]; // prettier-ignore
const EVENT_COLUMNS = [
  'Sequence', 'EventId', 'Stream', 'StreamId', 'StreamVersion', 'Type', 'Payload', 'OccurredAt', 'Actor', 'CorrelationId',
]; // prettier-ignore
const DRIVER_COLUMNS = [
  'Id', 'Name', 'LicenseNumber', 'LicenseNumberKey', 'Phone', 'Active', 'Available', 'Version', 'CreatedAt', 'UpdatedAt',
]; // prettier-ignore

/** This part of the fleet comes in one by one, into indexes that are there. */
const LATECOMERS = 0.1;

/**
 * Fills an empty database with a fleet as the product would have written it: rows, search terms and events. Indexes
 * that are built at once have full pages, which the next rows would have to split; the latecomers do that beforehand.
 */
export function seed(database: SqliteConnection, vehicles: number, keys: SecretKeys): void {
  const early = Math.round(vehicles * (1 - LATECOMERS));
  withoutIndexes(database, () => {
    database.transaction(() => {
      seedVehicles(database, 0, early);
      seedDrivers(database, keys, 0, DRIVERS);
    })();
  });
  database.transaction(() => seedVehicles(database, early, vehicles))();
}

function seedVehicles(database: SqliteConnection, from: number, to: number): void {
  database.exec('CREATE TEMP TABLE Words (Term TEXT NOT NULL, VehicleId TEXT NOT NULL)');
  const vehicles = inserter(database, 'Vehicles', VEHICLE_COLUMNS);
  const words = inserter(database, 'Words', ['Term', 'VehicleId']);
  const events = inserter(database, 'EventLog', EVENT_COLUMNS);
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

export function seedDrivers(database: SqliteConnection, keys: SecretKeys, from: number, to: number): void {
  const index = new BlindIndex(keys);
  const seals = new DriverSeals(new SecretBox(keys), index);
  const words = new DriverTerms(index);
  const drivers = inserter(database, 'Drivers', DRIVER_COLUMNS);
  const terms = inserter(database, 'DriverTerms', ['Term', 'DriverId']);
  for (let index = from; index < to; index++) {
    const { id, name, licenseNumber, createdAt } = fleetDriver(index);
    const sealed = [
      seals.seal(id, 'name', name),
      seals.seal(id, 'licenseNumber', licenseNumber),
      seals.licenseNumberKey(licenseNumber),
      seals.seal(id, 'phone', PHONE),
    ];
    drivers.add([id, ...sealed, 1, 1, 1, createdAt, createdAt]);
    for (const term of words.of(licenseNumber, name)) terms.add([term, id]);
  }
  drivers.flush();
  terms.flush();
}
