import { randomUUID } from 'node:crypto';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { TripEnds } from '@fleet/application/trips/trip-ends';
import { TripStarts } from '@fleet/application/trips/trip-starts';
import { TripRepository } from '@fleet/domain/trips/trip.repository';
import { Fleet } from './support/fleet';
import { expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let fleet: Fleet;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
});
afterAll(() => api.stop());

const find = <T>(port: abstract new (...parts: never[]) => T): T => api.app.get<T>(port, { strict: false });
const unitOfWork = <T>(work: () => Promise<T>) => find(UnitOfWork).run(work);

/** As a delivery starts it when it goes into transit. */
async function tripOf(deliveryId: string) {
  const [vehicle, driver] = [await fleet.vehicle(), await fleet.driver()];
  const start = { vehicleId: vehicle.id, driverId: driver.id, route: 'Centro', deliveryId };
  return unitOfWork(() => find(TripStarts).start(start, new Date()));
}

describe('a trip that a delivery has started', () => {
  it('is refused to whoever ends it by hand, and goes on', async () => {
    const deliveryId = randomUUID();
    const { id, vehicleId, driverId } = await tripOf(deliveryId);
    const before = await api.client.get(`/api/trips/${id}`);
    const refused = await api.client.post(`/api/trips/end/${id}`, { distance: 10 });
    expectProblem(refused, 409, 'TRIP_OF_DELIVERY');
    expect(refused.body).toMatchObject({ deliveryId });
    expect((await api.client.get(`/api/trips/${id}`)).body).toEqual(before.body);
    expect([await fleet.getVehicle(vehicleId), await fleet.getDriver(driverId)]).toMatchObject([
      { status: 'InUse', version: 2 },
      { available: false, version: 2 },
    ]);
  });

  it('is seen as any other trip is', async () => {
    const { id } = await tripOf(randomUUID());
    const plain = await fleet.trip();
    const { body } = await api.client.get(`/api/trips/${id}`);
    expect(Object.keys(body as object)).toEqual(Object.keys(plain));
  });

  it('is ended by its delivery, once', async () => {
    const deliveryId = randomUUID();
    const { id, vehicleId, driverId } = await tripOf(deliveryId);
    await unitOfWork(() => find(TripEnds).end(id, 12, new Date()));
    expect((await api.client.get(`/api/trips/${id}`)).body).toMatchObject({ distance: 12, version: 2 });
    expect(await fleet.getVehicle(vehicleId)).toMatchObject({ status: 'Available', mileage: 12 });
    expect(await fleet.getDriver(driverId)).toMatchObject({ available: true });
    expectProblem(await api.client.post(`/api/trips/end/${id}`, { distance: 1 }), 400, 'TRIP_ALREADY_ENDED');
    const stored = await unitOfWork(() => find(TripRepository).find(id));
    expect(stored?.snapshot()).toMatchObject({ deliveryId });
  });
});
