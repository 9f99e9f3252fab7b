import { actorOf } from './support/callers';
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

const end = (id: string, distance = 10) => api.client.post(`/api/trips/end/${id}`, { distance });

it('takes vehicle and driver while the trip runs, and gives them back with the distance driven', async () => {
  const [vehicle, driver] = [await fleet.vehicle({ mileage: 1_000 }), await fleet.driver()];
  const trip = await fleet.trip({ vehicleId: vehicle.id, driverId: driver.id });
  const moved = { updatedAt: trip.startDate };
  expect(await fleet.getVehicle(vehicle.id)).toEqual({ ...vehicle, ...moved, status: 'InUse', version: 2 });
  expect(await fleet.getDriver(driver.id)).toEqual({ ...driver, ...moved, available: false, version: 2 });

  const { endDate } = (await end(trip.id, 350)).body;
  const ended = { updatedAt: endDate, version: 3 };
  expect(await fleet.getVehicle(vehicle.id)).toEqual({ ...vehicle, ...ended, mileage: 1_350 });
  expect(await fleet.getDriver(driver.id)).toEqual({ ...driver, ...ended });
});

it('lets both go on another trip afterwards', async () => {
  const first = await fleet.endedTrip({ distance: 5 });
  const { vehicleId, driverId } = first;
  const second = await fleet.endedTrip({ vehicleId, driverId, distance: 6 });
  expect(second.id).not.toBe(first.id);
  expect(await fleet.getVehicle(vehicleId)).toMatchObject({ mileage: 11, version: 5, status: 'Available' });
});

it('carries a mileage beyond what can be typed in', async () => {
  const { id } = await fleet.vehicle({ mileage: 9_999_999 });
  await fleet.endedTrip({ vehicleId: id, distance: 100_000 });
  const { model, year, mileage } = await fleet.getVehicle(id);
  expect(mileage).toBe(10_099_999);
  expect((await api.client.put(`/api/vehicles/${id}`, { model, year, mileage })).status).toBe(200);
});

it("makes a version of vehicle and driver that was read before the trip's start worthless", async () => {
  const [vehicle, driver] = [await fleet.vehicle(), await fleet.driver()];
  await fleet.trip({ vehicleId: vehicle.id, driverId: driver.id });
  const before = { 'If-Match': '"1"' };
  const details = { model: 'Fiat Uno', year: 2022, mileage: 1 };
  expectProblem(await api.client.put(`/api/vehicles/${vehicle.id}`, details, before), 412, 'VERSION_MISMATCH');
  expectProblem(await api.client.delete(`/api/drivers/${driver.id}`, before), 412, 'VERSION_MISMATCH');
});

it('keeps the details that were changed during the trip', async () => {
  const trip = await fleet.trip();
  await api.client.put(`/api/vehicles/${trip.vehicleId}`, { model: 'Fiat Uno', year: 2020, mileage: 500 });
  await api.client.put(`/api/drivers/${trip.driverId}`, { name: 'Bia', licenseNumber: 'B-1', phone: '1198765432' });
  await end(trip.id, 20);
  expect(await fleet.getVehicle(trip.vehicleId)).toMatchObject({ model: 'Fiat Uno', mileage: 520, version: 4 });
  expect(await fleet.getDriver(trip.driverId)).toMatchObject({ name: 'Bia', available: true, version: 4 });
});

it('keeps a vehicle with trips, running or ended', async () => {
  const trip = await fleet.trip();
  expectProblem(await api.client.delete(`/api/vehicles/${trip.vehicleId}`), 409, 'VEHICLE_HAS_TRIPS');
  await end(trip.id);
  expectProblem(await api.client.delete(`/api/vehicles/${trip.vehicleId}`), 409, 'VEHICLE_HAS_TRIPS');
});

it('moves the vehicle out of the available ones and back', async () => {
  const { id } = await fleet.vehicle();
  const available = async () => (await listedIds(api.client, '/api/vehicles/available')).includes(id);
  expect(await available()).toBe(true);
  const trip = await fleet.trip({ vehicleId: id });
  expect(await available()).toBe(false);
  await end(trip.id);
  expect(await available()).toBe(true);
});

it('writes down what happens to all three, in the course of one request each', async () => {
  const [vehicle, driver] = [await fleet.vehicle({ mileage: 100 }), await fleet.driver()];
  const ids = { vehicleId: vehicle.id, driverId: driver.id };
  const start = { ...ids, route: 'Centro' };
  const { body: trip } = await api.client.post<{ id: string; startDate: string }>('/api/trips/start', start, {
    'X-Request-Id': 'starts',
  });
  const ended = await api.client.post(`/api/trips/end/${trip.id}`, { distance: 9 }, { 'X-Request-Id': 'ends' });
  await api.client.post(`/api/trips/end/${trip.id}`, { distance: 9 }, { 'X-Request-Id': 'refused' });

  const tripId = trip.id;
  const { startDate } = trip;
  const { endDate } = ended.body as { endDate: string };
  const common = { actor: await actorOf(api.client) };
  const atStart = { ...common, occurredAt: startDate, correlationId: 'starts' };
  const atEnd = { ...common, occurredAt: endDate, correlationId: 'ends' };
  const started = { ...ids, route: 'Centro', deliveryId: null, startDate, endDate: null, distance: 0 };
  expect(await eventsOf(api, tripId)).toEqual([
    { ...atStart, stream: 'Trip', version: 1, type: 'TripStarted', payload: started },
    { ...atEnd, stream: 'Trip', version: 2, type: 'TripEnded', payload: { endDate, distance: 9 } },
  ]);
  const back = { tripId, status: 'Available', mileage: 109 };
  expect((await eventsOf(api, vehicle.id)).slice(1)).toEqual([
    { ...atStart, stream: 'Vehicle', version: 2, type: 'VehicleTripStarted', payload: { tripId, status: 'InUse' } },
    { ...atEnd, stream: 'Vehicle', version: 3, type: 'VehicleTripEnded', payload: back },
  ]);
  expect((await eventsOf(api, driver.id)).slice(1)).toEqual([
    { ...atStart, stream: 'Driver', version: 2, type: 'DriverTripStarted', payload: { tripId, available: false } },
    { ...atEnd, stream: 'Driver', version: 3, type: 'DriverTripEnded', payload: { tripId, available: true } },
  ]);
});

it('writes nothing down when it refuses', async () => {
  const { vehicleId } = await fleet.trip();
  const driver = await fleet.driver();
  await api.client.post('/api/trips/start', { vehicleId, driverId: driver.id, route: 'Centro' });
  expect(await eventsOf(api, vehicleId)).toHaveLength(2);
  expect(await eventsOf(api, driver.id)).toHaveLength(1);
});
