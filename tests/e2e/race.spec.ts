import { DataSource } from 'typeorm';
import { DriverView } from '@fleet/application/drivers/driver.view';
import { TripView } from '@fleet/application/trips/trip.view';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { connect } from '@fleet/infrastructure/shared/database/connect';
import { Answer } from './support/client';
import { contradictions } from './support/consistency';
import { Fleet } from './support/fleet';
import { ServerProcess, startServerProcess } from './support/server-process';
import { createTestDatabase, TestDatabase, TEST_KEYS } from './support/test-database';

/** How often each race is run: `RACE_ROUNDS=20` for the long version. */
const ROUNDS = Number(process.env.RACE_ROUNDS ?? 2);
const RUNNERS = 300;
const PROCESSES = 4;

let database: TestDatabase;
let dataSource: DataSource;
let servers: ServerProcess[];
let vehicles: VehicleView[];
let drivers: DriverView[];
beforeAll(async () => {
  database = createTestDatabase();
  const environment = {
    DATABASE_URL: database.url,
    DATABASE_MIGRATE: 'true',
    LOG_LEVEL: 'warn',
    DATABASE_POOL_SIZE: '5',
  };
  const first = await startServerProcess(environment);
  const others = Array.from({ length: PROCESSES - 1 }, () => startServerProcess(environment));
  servers = [first, ...(await Promise.all(others))];
  [vehicles, drivers] = [[], []];
  while (vehicles.length < RUNNERS) {
    // By every process, so that all of them have their connections when a race begins.
    const batch = await Promise.all(servers.flatMap((server, index) => registerSome(server, vehicles.length + index)));
    vehicles.push(...batch.map(({ vehicle }) => vehicle));
    drivers.push(...batch.map(({ driver }) => driver));
  }
  dataSource = await connect(loadConfiguration({ DATABASE_URL: database.url, ...TEST_KEYS }).database, 1);
}, 180_000);
afterAll(async () => {
  await dataSource?.destroy();
  await Promise.all((servers ?? []).map((server) => server.stop('SIGKILL')));
  await database?.drop();
});

/** Five vehicles and five drivers. */
function registerSome(
  { client }: ServerProcess,
  batch: number,
): Promise<{ vehicle: VehicleView; driver: DriverView }>[] {
  const fleet = new Fleet(client);
  return Array.from({ length: 5 }, async (_, index) => ({
    vehicle: await fleet.vehicle({ plate: `R-${batch}-${index}` }),
    driver: await fleet.driver({ licenseNumber: `R-${batch}-${index}` }),
  }));
}

const idOf = <T extends { id: string }>(list: T[], index: number) => list[index % list.length]!.id;

/** Starts all of these trips at once, spread over the processes. */
function startAll(trips: { vehicleId: string; driverId: string }[]): Promise<Answer<TripView & { code?: string }>[]> {
  return Promise.all(
    trips.map((trip, index) =>
      servers[index % PROCESSES]!.client.post<TripView & { code?: string }>('/api/trips/start', {
        ...trip,
        route: 'Race',
      }),
    ),
  );
}

/** How often each answer was given. */
function tally(answers: Answer<{ code?: string }>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, body } of answers) {
    const answer = body.code ? `${status} ${body.code}` : String(status);
    counts[answer] = (counts[answer] ?? 0) + 1;
  }
  return counts;
}

const races = {
  VEHICLE_NOT_AVAILABLE: (round: number) =>
    drivers.map(({ id }) => ({ vehicleId: idOf(vehicles, round), driverId: id })),
  DRIVER_NOT_AVAILABLE: (round: number) =>
    vehicles.map(({ id }) => ({ vehicleId: id, driverId: idOf(drivers, round) })),
};

describe.each(Object.entries(races))(`of ${RUNNERS} simultaneous starts in ${PROCESSES} processes`, (code, race) => {
  it.each(Array.from({ length: ROUNDS }, (_, index) => index))(
    `one wins and the others get ${code} (round %i)`,
    async (round) => {
      const answers = await startAll(race(round));
      const found = await contradictions(dataSource);
      for (const { status, body } of answers) {
        if (status === 201) await servers[0]!.client.post(`/api/trips/end/${body.id}`, { distance: 1 });
      }
      expect(tally(answers)).toEqual({ 201: 1, [`400 ${code}`]: RUNNERS - 1 });
      expect(found).toEqual({});
    },
  );
});
