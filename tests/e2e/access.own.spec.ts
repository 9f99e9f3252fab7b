import { DriverView } from '@fleet/application/drivers/driver.view';
import { TripView } from '@fleet/application/trips/trip.view';
import { VEHICLE_SORTS } from '@fleet/application/vehicles/vehicle.queries';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { Callers } from './support/callers';
import { Client } from './support/client';
import { Fleet } from './support/fleet';
import { cursorOf, listedIds, readPages } from './support/lists';
import { expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let fleet: Fleet;
let [me, colleague]: DriverView[] = [];
let [myTrip, myOldTrip, otherTrip]: TripView[] = [];
let [free, alsoFree, inWorkshop]: VehicleView[] = [];
/** The clients of the two drivers. */
let mine: Client;
let others: Client;

beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
  [free, inWorkshop, me, colleague] = [
    await fleet.vehicle(),
    await fleet.vehicle(),
    await fleet.driver({ licenseNumber: 'MINE-1' }),
    await fleet.driver({ licenseNumber: 'OTHER-1' }),
  ];
  await api.client.post('/api/maintenance/start', { vehicleId: inWorkshop.id });
  myOldTrip = await fleet.endedTrip({ driverId: me.id, distance: 0 });
  myTrip = await fleet.trip({ driverId: me.id });
  otherTrip = await fleet.trip({ driverId: colleague.id });
  alsoFree = await fleet.vehicle();
  const callers = new Callers(api.client);
  [mine, others] = [await callers.driver(me.id), await callers.driver(colleague.id)];
});
afterAll(() => api.stop());

const visible = () => [free!.id, myOldTrip!.vehicleId, myTrip!.vehicleId, alsoFree!.id].sort();

describe('of the vehicles a driver', () => {
  it('sees those that are available and the one that he drives', async () => {
    expect((await listedIds(mine, '/api/vehicles')).sort()).toEqual(visible());
    expect(await listedIds(mine, '/api/vehicles?status=InUse')).toEqual([myTrip!.vehicleId]);
    expect(await listedIds(mine, '/api/vehicles?status=InMaintenance')).toEqual([]);
    expect((await listedIds(mine, '/api/vehicles?q=strada')).sort()).toEqual(visible());
    expect(await listedIds(mine, '/api/vehicles/available')).not.toContain(myTrip!.vehicleId);
  });

  it.each(VEHICLE_SORTS.flatMap((sort) => [sort, `-${sort}`]))(
    'is given pages in the order of %s, one after the other',
    async (sort) => {
      const whole = (await listedIds(api.client, `/api/vehicles?sort=${sort}`)).filter((id) => visible().includes(id));
      for (const limit of [1, 3]) {
        const pages = await readPages<VehicleView>(mine, `/api/vehicles?sort=${sort}`, limit);
        expect(pages.flat().map(({ id }) => id)).toEqual(whole);
        expect(pages).toHaveLength(Math.ceil(whole.length / limit));
      }
    },
  );

  it('gets one of these and no other, by whatever header', async () => {
    for (const id of visible()) expect((await mine.get(`/api/vehicles/${id}`)).status).toBe(200);
    for (const id of [otherTrip!.vehicleId, inWorkshop!.id]) {
      expectProblem(await mine.get(`/api/vehicles/${id}`), 404, 'VEHICLE_NOT_FOUND');
      expectProblem(await mine.get(`/api/vehicles/${id}`, { 'If-None-Match': '*' }), 404, 'VEHICLE_NOT_FOUND');
      expect((await mine.send('HEAD', `/api/vehicles/${id}`)).status).toBe(404);
    }
  });
});

describe('of the drivers a driver', () => {
  const details = { name: 'Ana Souza', phone: '11 9876 0000' };

  it('sees none but the own profile', async () => {
    expect(await listedIds(mine, '/api/drivers')).toEqual([me!.id]);
    expect(await listedIds(mine, '/api/drivers?licenseNumber=OTHER-1')).toEqual([]);
    expect(await listedIds(mine, '/api/drivers?q=mine')).toEqual([me!.id]);
    expect((await mine.get(`/api/drivers/${me!.id.toUpperCase()}`)).body.id).toBe(me!.id);
    expectProblem(await mine.get(`/api/drivers/${colleague!.id}`), 404, 'DRIVER_NOT_FOUND');
  });

  it('changes none but the own profile', async () => {
    const change = await mine.put(`/api/drivers/${me!.id}`, { ...details, licenseNumber: 'MINE-1' });
    expect([change.status, change.body.phone]).toEqual([200, details.phone]);
    for (const version of ['*', '"1"', '"9"']) {
      const body = { ...details, licenseNumber: 'OTHER-1' };
      const refused = await mine.put(`/api/drivers/${colleague!.id}`, body, { 'If-Match': version });
      expectProblem(refused, 404, 'DRIVER_NOT_FOUND');
    }
    expect((await fleet.getDriver(colleague!.id)).phone).toBe(colleague!.phone);
  });
});

describe('of the trips a driver', () => {
  it('sees none but the own', async () => {
    expect(await listedIds(mine, '/api/trips')).toEqual([myTrip!.id, myOldTrip!.id]);
    expect(await listedIds(mine, '/api/trips?sort=startDate')).toEqual([myOldTrip!.id, myTrip!.id]);
    expect(await listedIds(mine, '/api/trips/active')).toEqual([myTrip!.id]);
    expect(await listedIds(mine, `/api/trips?driverId=${colleague!.id}`)).toEqual([]);
    expect(await listedIds(mine, `/api/trips/active?vehicleId=${otherTrip!.vehicleId}`)).toEqual([]);
    expect((await mine.get(`/api/trips/${myOldTrip!.id}`)).status).toBe(200);
    expectProblem(await mine.get(`/api/trips/${otherTrip!.id}`), 404, 'TRIP_NOT_FOUND');
  });

  it('ends and starts none but the own', async () => {
    expectProblem(await mine.post(`/api/trips/end/${otherTrip!.id}`, { distance: 1 }), 404, 'TRIP_NOT_FOUND');
    expect((await mine.post(`/api/trips/end/${myTrip!.id}`, { distance: 1 })).status).toBe(200);
    await api.client.post(`/api/trips/end/${otherTrip!.id}`, { distance: 1 });

    const start = { vehicleId: otherTrip!.vehicleId, route: 'Centro' };
    const foreign = await mine.post('/api/trips/start', { ...start, driverId: colleague!.id });
    expectProblem(foreign, 404, 'DRIVER_NOT_FOUND');
    const { status, body } = await mine.post('/api/trips/start', { ...start, driverId: me!.id });
    expect([status, body.driverId]).toEqual([201, me!.id]);
    // What was another's a moment ago is mine now.
    expect((await mine.get(`/api/vehicles/${otherTrip!.vehicleId}`)).status).toBe(200);
    expectProblem(await others.get(`/api/vehicles/${otherTrip!.vehicleId}`), 404, 'VEHICLE_NOT_FOUND');
  });
});

describe('a cursor', () => {
  it.each(['/api/vehicles', '/api/trips'])('of %s is good for whoever was given it alone', async (list) => {
    const [ofAdmin, ofMe] = [await cursorOf(api.client, list), await cursorOf(mine, list)];
    for (const [client, cursor] of [
      [mine, ofAdmin],
      [others, ofMe],
      [api.client, ofMe],
    ] as const) {
      expectProblem(await client.get(`${list}?cursor=${cursor}`), 400, 'INVALID_CURSOR');
    }
  });
});
