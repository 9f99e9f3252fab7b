import { deepEqual, equal } from 'node:assert/strict';
import { fleetVehicle } from '@fleet/bench/database/fleet-data';
import { writtenRows } from '@fleet/bench/database/written-rows';
import { DISTANCE, startOf } from './drive-trips';
import { LIST, LIST_AVAILABLE, LIST_WITH_STATUS, randomVehicle } from './read-vehicles';
import { registration } from './register-vehicles';

interface Compared {
  readonly url: string;
  readonly databaseFile: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Makes sure that the floor does what the product does: reads give the same bytes, writes leave the same rows.
 * @throws AssertionError
 */
export async function assertSameAnswers(floor: Compared, product: Compared, vehicles: number): Promise<void> {
  const ones = Array.from({ length: 20 }, () => randomVehicle(vehicles));
  for (const path of [LIST, LIST_WITH_STATUS, LIST_AVAILABLE, ...ones]) {
    deepEqual(await get(floor, path), await get(product, path), path);
  }
  deepEqual(await get(floor, '/memory'), await get(product, LIST_AVAILABLE));

  const before = new Date();
  for (const server of [floor, product]) await write(server, vehicles);
  deepEqual(writtenRows(floor.databaseFile, before), writtenRows(product.databaseFile, before));
}

async function get(
  { url, headers }: Compared,
  path: string,
): Promise<{ status: number; type: string | null; body: string }> {
  const response = await fetch(url + path, { headers });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
}

/** A vehicle that lies behind the fleet, and a trip of the first vehicle. */
async function write({ url, headers }: Compared, vehicles: number): Promise<void> {
  const post = (path: string, body: object, status: number) => send(url + path, headers, body, status);
  await post('/api/vehicles', registration(vehicles + 1_000_000), 201);
  const trip = await post('/api/trips/start', startOf(0, 0), 201);
  equal(trip.vehicleId, fleetVehicle(0).id);
  await post(`/api/trips/end/${trip.id}`, { distance: DISTANCE }, 200);
}

async function send(
  url: string,
  caller: Readonly<Record<string, string>>,
  body: object,
  status: number,
): Promise<Record<string, string>> {
  const headers = { ...caller, 'content-type': 'application/json', 'x-request-id': 'same' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  equal(response.status, status, url);
  return (await response.json()) as Record<string, string>;
}
