import { TripView } from '@fleet/application/trips/trip.view';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { Answer } from './support/client';
import { eventsOf } from './support/event-log';
import { Fleet } from './support/fleet';
import { listedIds } from './support/lists';
import { expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let fleet: Fleet;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
});
afterAll(() => api.stop());

const RIVALS = 40;

const start = (vehicleId: string, driverId: string) =>
  api.client.post<TripView>('/api/trips/start', { vehicleId, driverId, route: 'Centro' });
const end = (id: string) => api.client.post<TripView>(`/api/trips/end/${id}`, { distance: 10 });

async function times<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  while (made.length < count) made.push(await make());
  return made;
}

function expectOneWinner(answers: Answer<unknown>[], status: number, code: string): void {
  const winners = answers.filter((answer) => answer.status === status);
  expect(winners).toHaveLength(1);
  for (const answer of answers) if (answer !== winners[0]) expectProblem(answer, 400, code);
}

async function versionsOf(id: string): Promise<number[]> {
  return (await eventsOf(api, id)).map(({ version }) => version);
}

it('starts one of many simultaneous trips of a vehicle', async () => {
  const { id } = await fleet.vehicle();
  const drivers = await times(RIVALS, () => fleet.driver());
  expectOneWinner(await Promise.all(drivers.map((driver) => start(id, driver.id))), 201, 'VEHICLE_NOT_AVAILABLE');
  expect(await listedIds(api.client, `/api/trips?vehicleId=${id}`)).toHaveLength(1);
  expect(await versionsOf(id)).toEqual([1, 2]);
  const after = await Promise.all(drivers.map((driver) => fleet.getDriver(driver.id)));
  expect(after.filter(({ available }) => !available)).toHaveLength(1);
});

it('starts one of many simultaneous trips of a driver', async () => {
  const { id } = await fleet.driver();
  const vehicles = await times(RIVALS, () => fleet.vehicle());
  expectOneWinner(await Promise.all(vehicles.map((vehicle) => start(vehicle.id, id))), 201, 'DRIVER_NOT_AVAILABLE');
  expect(await listedIds(api.client, `/api/trips?driverId=${id}`)).toHaveLength(1);
  expect(await versionsOf(id)).toEqual([1, 2]);
  const after = await Promise.all(vehicles.map((vehicle) => fleet.getVehicle(vehicle.id)));
  expect(after.filter(({ status }) => status === 'InUse')).toHaveLength(1);
});

it('ends a trip once, whoever asks at the same moment', async () => {
  const trip = await fleet.trip();
  expectOneWinner(await Promise.all(Array.from({ length: RIVALS }, () => end(trip.id))), 200, 'TRIP_ALREADY_ENDED');
  expect(await fleet.getVehicle(trip.vehicleId)).toMatchObject({ status: 'Available', mileage: 10, version: 3 });
  expect(await versionsOf(trip.id)).toEqual([1, 2]);
  expect(await versionsOf(trip.vehicleId)).toEqual([1, 2, 3]);
  expect(await versionsOf(trip.driverId)).toEqual([1, 2, 3]);
});

it('starts a trip or deletes the driver, never both', async () => {
  const vehicles = await times(10, () => fleet.vehicle());
  const drivers = await times(10, () => fleet.driver());
  const pairs = await Promise.all(
    drivers.map(({ id }, i) => Promise.all([start(vehicles[i]!.id, id), api.client.delete(`/api/drivers/${id}`)])),
  );
  for (const [started, deleted] of pairs) {
    if (deleted.status === 204) expectProblem(started, 404, 'DRIVER_NOT_FOUND');
    else {
      expect(started.status).toBe(201);
      // The trip may have begun after the driver was looked at and before the trips were.
      expect(['DRIVER_ON_TRIP', 'DRIVER_HAS_TRIPS']).toContain(deleted.body.code);
    }
  }
});

describe('the database', () => {
  const forget = (sql: string) => api.app.get(Database, { strict: false }).writer.query(sql);

  it('guards the vehicle when its row is wrong', async () => {
    const { vehicleId } = await fleet.trip();
    await forget(`UPDATE Vehicles SET Status = 'Available' WHERE Id = '${vehicleId}'`);
    const driver = await fleet.driver();
    expectProblem(await start(vehicleId, driver.id), 400, 'VEHICLE_NOT_AVAILABLE');
    expect(await fleet.getDriver(driver.id)).toEqual(driver);
  });

  it('guards the driver when the row is wrong', async () => {
    const { driverId } = await fleet.trip();
    await forget(`UPDATE Drivers SET Available = 1 WHERE Id = '${driverId}'`);
    const vehicle = await fleet.vehicle();
    expectProblem(await start(vehicle.id, driverId), 400, 'DRIVER_NOT_AVAILABLE');
    expect(await fleet.getVehicle(vehicle.id)).toEqual(vehicle);
  });
});
