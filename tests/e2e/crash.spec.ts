import { DataSource } from 'typeorm';
import { TripView } from '@fleet/application/trips/trip.view';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { connect } from '@fleet/infrastructure/shared/database/connect';
import { Client } from './support/client';
import { contradictions } from './support/consistency';
import { ServerProcess, startServerProcess } from './support/server-process';
import { createTestDatabase, TestDatabase, TEST_KEYS } from './support/test-database';

/** How often the server is killed: `CRASH_ROUNDS=50` for the long version. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 3);
const WRITERS = 6;

let database: TestDatabase;
let dataSource: DataSource;
let server: ServerProcess;
beforeAll(async () => {
  database = createTestDatabase();
  server = await start();
  dataSource = await connect(loadConfiguration({ DATABASE_URL: database.url, ...TEST_KEYS }).database, 1);
});
afterAll(async () => {
  await dataSource?.destroy();
  await server?.stop('SIGKILL');
  await database?.drop();
});

const start = () => startServerProcess({ DATABASE_URL: database.url, DATABASE_MIGRATE: 'true', LOG_LEVEL: 'warn' });

/** What the server has said that it has done: of each id the last version. */
class Acknowledged {
  readonly versions = new Map<string, number>();
  count = 0;

  note({ id, version }: { id: string; version: number }): void {
    this.versions.set(id, version);
    this.count++;
  }
}

let names = 0;

/** Registers, drives and changes vehicles until nobody answers any more. */
async function writeOn(client: Client, acknowledged: Acknowledged): Promise<void> {
  const send = async <View extends { id: string; version: number }>(method: string, path: string, body: object) => {
    const answer = await client.send<View>(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
    acknowledged.note(answer.body);
    return answer.body;
  };
  for (;;) {
    const name = `X-${++names}`;
    const vehicle = await send<VehicleView>('POST', '/api/vehicles', { plate: name, model: 'Fiat Uno', year: 2020 });
    const driver = { name: 'Ana Souza', licenseNumber: name, phone: '1198765432' };
    const { id: driverId } = await send('POST', '/api/drivers', driver);
    for (let count = 0; count < 3; count++) {
      const trip = { vehicleId: vehicle.id, driverId, route: 'Crash' };
      const { id } = await send<TripView>('POST', '/api/trips/start', trip);
      await send('POST', `/api/trips/end/${id}`, { distance: 1 });
      await send('PUT', `/api/vehicles/${vehicle.id}`, { model: 'Fiat Uno', year: 2020, mileage: (count + 1) * 10 });
    }
  }
}

/** Writes as fast as the server takes it, and kills the server while it does. */
async function killUnderWrites(acknowledged: Acknowledged, after: number): Promise<void> {
  const gone: Error[] = [];
  const writers = Array.from({ length: WRITERS }, () =>
    writeOn(server.client, acknowledged).catch((error: Error) => void gone.push(error)),
  );
  while (acknowledged.count < after && gone.length < WRITERS) await new Promise((resolve) => setImmediate(resolve));
  const code = server.stop('SIGKILL');
  await Promise.all(writers);
  expect(await code).toBeNull();
  // Nobody was refused anything: what ended the writing is that there was nobody to answer.
  expect(gone.map(({ message }) => message)).toEqual(Array.from({ length: WRITERS }, () => 'fetch failed'));
}

/** The acknowledged versions that the database has less of, or nothing. */
async function lostOf({ versions }: Acknowledged): Promise<string[]> {
  const stored = new Map<string, number>();
  for (const table of ['Vehicles', 'Drivers', 'Trips']) {
    const rows = await dataSource.query<{ Id: string; Version: number }[]>(
      `SELECT Id AS "Id", Version AS "Version" FROM ${table}`,
    );
    for (const { Id, Version } of rows) stored.set(Id.toLowerCase(), Version);
  }
  return [...versions]
    .filter(([id, version]) => !(stored.get(id)! >= version))
    .map(([id, version]) => `${id} ${version}`);
}

it.each(Array.from({ length: ROUNDS }, (_, index) => index))(
  'what was acknowledged before a kill is there after it, and nothing is half there (round %i)',
  async () => {
    const acknowledged = new Acknowledged();
    const after = 20 + Math.floor(Math.random() * 60);
    await killUnderWrites(acknowledged, after);
    expect(acknowledged.count).toBeGreaterThanOrEqual(after);
    server = await start();
    expect(await lostOf(acknowledged)).toEqual([]);
    expect(await contradictions(dataSource)).toEqual({});
  },
);
