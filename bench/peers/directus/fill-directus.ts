import { equal } from 'node:assert/strict';
import { DRIVERS, fleetDriver, FleetVehicle, fleetVehicle } from '@fleet/bench/database/fleet-data';
import { endedTrip, TRIPS, VEHICLES } from '@fleet/bench/peers/ended-trips';
import { COLLECTIONS, RELATIONS } from './collections';
import { Directus } from './start-directus';

const ROWS_A_REQUEST = 500;

/** Makes the collections and puts the product's rows into them, as any client of Directus would. */
export async function fillDirectus(directus: Directus): Promise<void> {
  for (const { collection, fields } of COLLECTIONS) {
    await post(directus, '/collections', { collection, fields, schema: {}, meta: {} });
  }
  for (const relation of RELATIONS) await post(directus, '/relations', relation);
  await fill(directus, 'vehicles', VEHICLES, (index) => vehicleItem(fleetVehicle(index)));
  await fill(directus, 'drivers', DRIVERS, driverItem);
  await fill(directus, 'trips', TRIPS, tripItem);
}

/** What a vehicle is there. */
export function vehicleItem({ id, plate, model, year, mileage, status, ...dates }: FleetVehicle): object {
  const { lastMaintenanceDate, nextMaintenanceDate } = dates;
  const columns = { last_maintenance_date: lastMaintenanceDate, next_maintenance_date: nextMaintenanceDate };
  return { id, plate, model, year, mileage, status, ...columns };
}

function driverItem(index: number): object {
  const { id, name, licenseNumber } = fleetDriver(index);
  return { id, name, license_number: licenseNumber, phone: '+55 11 91234-5678' };
}

function tripItem(index: number): object {
  const { id, vehicleId, driverId, route, startDate, endDate, distance } = endedTrip(index);
  const dates = { start_date: startDate, end_date: endDate };
  return { id, vehicle_id: vehicleId, driver_id: driverId, route, distance, ...dates };
}

async function fill(directus: Directus, collection: string, rows: number, item: (index: number) => object) {
  for (let from = 0; from < rows; from += ROWS_A_REQUEST) {
    const items = Array.from({ length: Math.min(ROWS_A_REQUEST, rows - from) }, (_, index) => item(from + index));
    await post(directus, `/items/${collection}?fields=id`, items);
  }
}

async function post({ url, headers }: Directus, path: string, body: object): Promise<void> {
  const json = { ...headers, 'content-type': 'application/json' };
  const response = await fetch(url + path, { method: 'POST', headers: json, body: JSON.stringify(body) });
  equal(response.status, 200, `${path}: ${await response.text()}`);
}
