import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { TripView } from '@fleet/application/trips/trip.view';
import { DELIVERY_STATUSES } from '@fleet/domain/deliveries/delivery-status';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { contradictions } from './support/consistency';
import { Dispatch } from './support/dispatch';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

/** As the product is described, and not as the code has it. */
const ALLOWED: Record<string, string[]> = {
  PickedUp: ['InTransit', 'Failed', 'Cancelled'],
  InTransit: ['OutForDelivery', 'Failed', 'Cancelled'],
  OutForDelivery: ['Delivered', 'Failed'],
  Delivered: [],
  Failed: ['PickedUp'],
  Cancelled: [],
};

let api: TestApi;
let dispatch: Dispatch;
beforeAll(async () => {
  api = await startTestApi();
  dispatch = new Dispatch(api.client);
});
afterAll(async () => {
  expect(await contradictions(api.app.get(Database, { strict: false }).writer)).toEqual({});
  await api.stop();
});

const tripOf = async ({ tripId }: DeliveryView) => (await api.client.get<TripView>(`/api/trips/${tripId}`)).body;
const whoIsFree = async ({ vehicleId, driverId }: DeliveryView) => [
  (await dispatch.fleet.getVehicle(vehicleId!)).status,
  (await dispatch.fleet.getDriver(driverId!)).available,
];

describe.each(DELIVERY_STATUSES)('a delivery that is %s', (from) => {
  it('goes nowhere else than it may, and says where that is', async () => {
    const delivery = await dispatch.in(from);
    expect(delivery.status).toBe(from);
    for (const to of DELIVERY_STATUSES.filter((one) => !ALLOWED[from]!.includes(one))) {
      const answer = await dispatch.step(delivery.id, to, { reason: 'Other' });
      expectProblem(answer, 400, 'INVALID_DELIVERY_TRANSITION');
      expect(answer.body).toMatchObject({ allowed: ALLOWED[from] });
    }
    for (const [what, to, body] of [
      ['cancel', 'Cancelled', { reason: 'Other' }],
      ['retry', 'PickedUp', {}],
    ] as const) {
      if (ALLOWED[from]!.includes(to)) continue;
      expectProblem(await dispatch.post(delivery.id, what, body), 400, 'INVALID_DELIVERY_TRANSITION');
    }
    expect(await dispatch.get(delivery.id)).toEqual(delivery);
  });
});

describe('the trip of a delivery', () => {
  it('starts when it leaves, and ends when it is delivered, with its distance', async () => {
    const delivery = await dispatch.onRoad();
    expect(await tripOf(delivery)).toMatchObject({ endDate: null, route: 'Manhã', vehicleId: delivery.vehicleId });
    expect(await whoIsFree(delivery)).toEqual(['InUse', false]);
    const byHand = await api.client.post(`/api/trips/end/${delivery.tripId}`, { distance: 1 });
    expectProblem(byHand, 409, 'TRIP_OF_DELIVERY');
    expect(byHand.body).toMatchObject({ deliveryId: delivery.id });

    for (const sequence of [1, 2]) await dispatch.post(delivery.id, 'checkpoints', { sequence });
    await dispatch.step(delivery.id, 'OutForDelivery');
    expect(await whoIsFree(delivery)).toEqual(['InUse', false]);
    await dispatch.post(delivery.id, 'proof', { receivedBy: 'Paula' });
    const { body } = await dispatch.step(delivery.id, 'Delivered', { distance: 42 });
    expect(body).toMatchObject({ status: 'Delivered', distance: 42, tripId: delivery.tripId });
    expect(body.deliveredAt).toBe(body.updatedAt);
    expect(await tripOf(delivery)).toMatchObject({ distance: 42, endDate: body.updatedAt });
    expect(await whoIsFree(delivery)).toEqual(['Available', true]);
    expect((await dispatch.fleet.getVehicle(delivery.vehicleId!)).mileage).toBe(42);
    await dispatch.step(delivery.id, 'Delivered', { distance: 42 });
    expect((await dispatch.fleet.getVehicle(delivery.vehicleId!)).mileage).toBe(42);
  });

  it.each([
    ['InTransit', 'status', { status: 'Failed', reason: 'Refused', notes: ' No ', distance: 7 }],
    ['OutForDelivery', 'status', { status: 'Failed', reason: 'Accident', notes: 'No', distance: 7 }],
    ['InTransit', 'status', { status: 'Cancelled', reason: 'OutOfStock', notes: 'No', distance: 7 }],
    ['InTransit', 'cancel', { reason: 'CustomerRequest', notes: 'No', distance: 7 }],
  ])('ends where %s ends by %s %j', async (from, what, body) => {
    const delivery = await dispatch.in(from);
    const answer = await dispatch.post(delivery.id, what, body);
    expect(answer.body).toMatchObject({ reason: body.reason, notes: 'No', distance: 7, tripId: delivery.tripId });
    expect(await tripOf(delivery)).toMatchObject({ distance: 7, endDate: answer.body.updatedAt });
    expect(await whoIsFree(delivery)).toEqual(['Available', true]);
    expect((await dispatch.fleet.getVehicle(delivery.vehicleId!)).mileage).toBe(7);
  });

  it('cannot start while the vehicle or the driver is on another one', async () => {
    const busy = await dispatch.assigned();
    const { id } = await dispatch.fleet.trip({ vehicleId: busy.vehicleId! });
    expectProblem(await dispatch.step(busy.id, 'InTransit'), 400, 'VEHICLE_NOT_AVAILABLE');
    await api.client.post(`/api/trips/end/${id}`, { distance: 1 });
    await dispatch.fleet.trip({ driverId: busy.driverId! });
    expectProblem(await dispatch.step(busy.id, 'InTransit'), 400, 'DRIVER_NOT_AVAILABLE');
    expect(await dispatch.get(busy.id)).toMatchObject({ status: 'PickedUp', version: 1, tripId: null });
    expect((await dispatch.fleet.getVehicle(busy.vehicleId!)).status).toBe('Available');
  });

  it('needs a crew', async () => {
    const { vehicleId } = await dispatch.crew();
    for (const fields of [{}, { vehicleId }]) {
      const { id } = await dispatch.delivery(fields);
      expectProblem(await dispatch.step(id, 'InTransit'), 400, 'DELIVERY_NOT_ASSIGNED');
    }
  });

  it('starts once, however many ask for it at once', async () => {
    const { id, vehicleId } = await dispatch.assigned();
    const answers = await Promise.all(Array.from({ length: 8 }, () => dispatch.step(id, 'InTransit')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(400)]);
    const { body } = await api.client.get<{ items: unknown[] }>(`/api/trips?vehicleId=${vehicleId}`);
    expect(body.items).toHaveLength(1);
  });
});

describe('a reason', () => {
  it('is needed, and one of those that the step has', async () => {
    const { id } = await dispatch.assigned();
    expectFaultsOf(await dispatch.step(id, 'Failed'), 'reason');
    expectFaultsOf(await dispatch.step(id, 'Failed', { reason: 'Duplicate' }), 'reason');
    expectFaultsOf(await dispatch.step(id, 'Cancelled', { reason: 'Refused' }), 'reason');
    expectFaultsOf(await dispatch.step(id, 'Failed', { reason: 'Because' }), 'reason');
    expectFaultsOf(await dispatch.post(id, 'cancel', {}), 'reason');
    expectFaultsOf(await dispatch.post(id, 'cancel', { reason: 'Refused' }), 'reason');
    const wrong = { reason: 'Other', distance: 100_001, notes: 'x'.repeat(501) };
    expectFaultsOf(await dispatch.step(id, 'Failed', wrong), 'distance', 'notes');
    expectFaultsOf(await dispatch.step(id, 'Nowhere'), 'status');
    expect(await dispatch.get(id)).toMatchObject({ version: 1 });
  });
});

describe('another attempt', () => {
  it('begins with nobody assigned, and may be driven again', async () => {
    const { id, vehicleId, driverId } = await dispatch.onRoad();
    await dispatch.post(id, 'checkpoints', { sequence: 1 });
    await dispatch.step(id, 'Failed', { reason: 'CustomerAbsent', distance: 3 });
    const { body } = await dispatch.post(id, 'retry');
    const freed = { vehicleId: null, driverId: null, tripId: null, checkpoints: [], reason: null, distance: null };
    expect(body).toMatchObject({ status: 'PickedUp', attempt: 2, ...freed });
    expect(await dispatch.get(id)).toEqual(body);
    expect((await dispatch.post(id, 'assign', { vehicleId, driverId })).status).toBe(200);
    expect((await dispatch.step(id, 'InTransit')).status).toBe(200);
    await dispatch.step(id, 'Failed', { reason: 'Refused', distance: 4 });
    expect((await dispatch.step(id, 'PickedUp')).body).toMatchObject({ attempt: 3 });
    expect((await dispatch.fleet.getVehicle(vehicleId!)).mileage).toBe(7);
  });

  it('needs its route to be active still', async () => {
    const { id, routeId } = await dispatch.in('Failed');
    expect((await api.client.post(`/api/routes/${routeId}/complete`)).status).toBe(200);
    expectProblem(await dispatch.post(id, 'retry'), 400, 'ROUTE_NOT_ACTIVE');
  });
});

describe('the end of a route', () => {
  it.each(['PickedUp', 'InTransit', 'OutForDelivery'])('is refused while a delivery on it is %s', async (status) => {
    const { routeId } = await dispatch.in(status);
    for (const end of ['complete', 'cancel']) {
      expectProblem(await api.client.post(`/api/routes/${routeId}/${end}`), 409, 'ROUTE_HAS_OPEN_DELIVERIES');
    }
  });

  it.each(['Delivered', 'Failed', 'Cancelled'])('is not held up by one that is %s', async (status) => {
    const { routeId } = await dispatch.in(status);
    expect((await api.client.post(`/api/routes/${routeId}/complete`)).body).toMatchObject({ status: 'Completed' });
  });

  it('and a delivery that begins on it at the same moment exclude each other', async () => {
    for (let round = 0; round < 8; round++) {
      const { id } = await dispatch.route();
      const [made, ended] = await Promise.all([
        dispatch.create({ routeId: id }),
        api.client.post<{ code?: string }>(`/api/routes/${id}/${round % 2 ? 'cancel' : 'complete'}`),
      ]);
      const outcome = `${made.status} ${ended.status}`;
      expect(['201 409', '400 200']).toContain(outcome);
      if (made.status === 400) expectProblem(made, 400, 'ROUTE_NOT_ACTIVE');
      else expectProblem(ended, 409, 'ROUTE_HAS_OPEN_DELIVERIES');
    }
  });

  it('and another attempt at the same moment exclude each other', async () => {
    for (let round = 0; round < 4; round++) {
      const { id, routeId } = await dispatch.in('Failed');
      const [tried, ended] = await Promise.all([
        dispatch.post(id, 'retry'),
        api.client.post(`/api/routes/${routeId}/complete`),
      ]);
      expect(['200 409', '400 200']).toContain(`${tried.status} ${ended.status}`);
    }
  });
});
