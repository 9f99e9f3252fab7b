import { randomUUID } from 'node:crypto';
import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { Dispatch } from './support/dispatch';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let dispatch: Dispatch;
beforeAll(async () => {
  api = await startTestApi();
  dispatch = new Dispatch(api.client);
});
afterAll(() => api.stop());

const assign = (id: string, crew: object, headers = {}) => dispatch.post(id, 'assign', crew, headers);

/** How the conflicts of an answer name who holds one of the crew. */
const heldBy = (resource: 'Vehicle' | 'Driver', { vehicleId, driverId, ...delivery }: DeliveryView) => ({
  resource,
  resourceId: resource === 'Vehicle' ? vehicleId : driverId,
  deliveryId: delivery.id,
  reference: delivery.reference,
  slotStart: delivery.slotStart,
  slotEnd: delivery.slotEnd,
});

describe('an assignment', () => {
  it('is made, and changed, while the delivery is PickedUp', async () => {
    const [crew, other] = [await dispatch.crew(), await dispatch.crew()];
    const { id } = await dispatch.delivery();
    const first = await assign(id, crew);
    expect(first.body).toMatchObject({ ...crew, version: 2 });
    expect(first.headers.get('etag')).toBe('"2"');
    expect((await assign(id, { vehicleId: other.vehicleId.toUpperCase() })).body).toMatchObject({
      vehicleId: other.vehicleId,
      driverId: crew.driverId,
      version: 3,
    });
    expect((await assign(id, { driverId: crew.driverId, vehicleId: null })).body).toMatchObject({ version: 3 });
    await dispatch.step(id, 'InTransit');
    expectProblem(await assign(id, other), 400, 'DELIVERY_NOT_PICKED_UP');
  });

  it('names somebody', async () => {
    const { id } = await dispatch.delivery();
    expectFaultsOf(await assign(id, {}), 'vehicleId', 'driverId');
    expectFaultsOf(await assign(id, { vehicleId: null, driverId: null }), 'vehicleId', 'driverId');
    expectFaultsOf(await assign(id, { vehicleId: 'V-1' }), 'vehicleId');
  });

  it.each([
    ['VEHICLE_NOT_FOUND', 404, () => ({ vehicleId: randomUUID() })],
    ['DRIVER_NOT_FOUND', 404, () => ({ driverId: randomUUID() })],
    [
      'VEHICLE_IN_MAINTENANCE',
      400,
      async () => {
        const { id: vehicleId } = await dispatch.fleet.vehicle();
        await api.client.post('/api/maintenance/start', { vehicleId });
        return { vehicleId };
      },
    ],
    [
      'DRIVER_INACTIVE',
      400,
      async () => {
        const { id: driverId } = await dispatch.fleet.driver();
        await api.client.post(`/api/drivers/${driverId}/deactivate`);
        return { driverId };
      },
    ],
    [
      'DRIVER_INACTIVE',
      400,
      async () => {
        const { id: driverId } = await dispatch.fleet.driver();
        expect((await api.client.post(`/api/drivers/${driverId}/erase`)).status).toBe(200);
        return { driverId };
      },
    ],
  ])('is refused as %s, here and where a delivery is created', async (code, status, crew) => {
    const { id, routeId } = await dispatch.delivery();
    const wanted = { ...(await dispatch.crew()), ...(await crew()) };
    expectProblem(await assign(id, wanted), status, code);
    expectProblem(await dispatch.create({ routeId, ...wanted }), status, code);
    expect(await dispatch.get(id)).toMatchObject({ version: 1, vehicleId: null, driverId: null });
  });

  it('is for later, so a trip of now does not stand in its way', async () => {
    const { vehicleId, driverId } = await dispatch.fleet.trip();
    expect((await dispatch.create({ vehicleId, driverId })).status).toBe(201);
  });

  it('honours If-Match', async () => {
    const { id } = await dispatch.delivery();
    const crew = await dispatch.crew();
    expectProblem(await assign(id, crew, { 'If-Match': '"2"' }), 412, 'VERSION_MISMATCH');
    expect((await assign(id, crew, { 'If-Match': '"1"' })).status).toBe(200);
    expectProblem(await assign(randomUUID(), crew, { 'If-Match': '"1"' }), 404, 'DELIVERY_NOT_FOUND');
  });
});

describe('somebody who is held', () => {
  it('is named with the delivery that holds them, the vehicle first', async () => {
    const holder = await dispatch.assigned({ reference: `NF-${randomUUID()}` });
    const { vehicleId, driverId } = holder;
    const another = await dispatch.assigned();
    const { id } = await dispatch.delivery();

    const both = await assign(id, { vehicleId, driverId });
    expectProblem(both, 409, 'ASSIGNMENT_CONFLICT');
    expect(both.body).toMatchObject({ conflicts: [heldBy('Vehicle', holder), heldBy('Driver', holder)] });
    const mixed = await dispatch.create({ vehicleId: another.vehicleId, driverId });
    expectProblem(mixed, 409, 'ASSIGNMENT_CONFLICT');
    expect(mixed.body).toMatchObject({ conflicts: [heldBy('Vehicle', another), heldBy('Driver', holder)] });
    const { driverId: free } = await dispatch.crew();
    expect((await assign(id, { vehicleId, driverId: free })).body).toMatchObject({
      conflicts: [heldBy('Vehicle', holder)],
    });
    expect(await dispatch.get(id)).toMatchObject({ vehicleId: null, driverId: null, version: 1 });
  });

  it('is free in a slot that touches', async () => {
    const crew = await dispatch.crew();
    await dispatch.delivery({ ...crew, routeId: (await dispatch.route([9, 10])).id });
    for (const [hours, status] of [
      [[11, 12], 201],
      [[7, 8], 201],
      [[9.5, 13], 409],
      [[7, 8.001], 409],
      [[10.999, 14], 409],
    ] as const) {
      const routeId = (await dispatch.route(hours)).id;
      expect([hours, (await dispatch.create({ routeId, ...crew })).status]).toEqual([hours, status]);
    }
  });

  it.each(['InTransit', 'OutForDelivery'])('stays held while it is %s', async (status) => {
    const { vehicleId, driverId } = await dispatch.in(status);
    expectProblem(await dispatch.create({ vehicleId, driverId }), 409, 'ASSIGNMENT_CONFLICT');
  });

  it.each(['Delivered', 'Failed', 'Cancelled'])('is released once it is %s', async (status) => {
    const { vehicleId, driverId } = await dispatch.in(status);
    expect((await dispatch.create({ vehicleId, driverId })).status).toBe(201);
  });

  it('is released when somebody else is assigned', async () => {
    const { id, ...first } = await dispatch.assigned();
    const other = await dispatch.crew();
    await assign(id, other);
    expect((await dispatch.create({ vehicleId: first.vehicleId, driverId: first.driverId })).status).toBe(201);
    expectProblem(await dispatch.create(other), 409, 'ASSIGNMENT_CONFLICT');
  });

  it('is free again for the next attempt, unless another delivery has taken them', async () => {
    const { id, vehicleId, driverId } = await dispatch.in('Failed');
    await dispatch.delivery({ vehicleId });
    await dispatch.post(id, 'retry');
    expectProblem(await assign(id, { vehicleId, driverId }), 409, 'ASSIGNMENT_CONFLICT');
    expect((await assign(id, { driverId })).status).toBe(200);
  });
});

describe('of many who want the same crew at once', () => {
  const won = (answers: { status: number }[]) => answers.filter(({ status }) => status < 300);
  const losers = (answers: { status: number; body: unknown }[]) =>
    answers.filter(({ status }) => status >= 300).map(({ body }) => (body as { code: string }).code);

  it.each(['vehicleId', 'driverId'] as const)('one gets it, by its %s', async (field) => {
    const shared = { [field]: (await dispatch.crew())[field] };
    const routes = await Promise.all(Array.from({ length: 4 }, () => dispatch.route()));
    const others = await Promise.all(Array.from({ length: 24 }, () => dispatch.crew()));
    const answers = await Promise.all(
      others.map((crew, index) => dispatch.create({ ...crew, ...shared, routeId: routes[index % 4]!.id })),
    );
    expect(won(answers)).toHaveLength(1);
    expect(new Set(losers(answers))).toEqual(new Set(['ASSIGNMENT_CONFLICT']));
  });

  it('one gets it, where some assign and some create', async () => {
    const crew = await dispatch.crew();
    const planned = await Promise.all(Array.from({ length: 8 }, () => dispatch.delivery()));
    const answers = await Promise.all(
      planned.flatMap(({ id, routeId }) => [assign(id, crew), dispatch.create({ routeId, ...crew })]),
    );
    expect(won(answers)).toHaveLength(1);
    expect(new Set(losers(answers))).toEqual(new Set(['ASSIGNMENT_CONFLICT']));
  });
});

describe('the buffer behind a route', () => {
  it('is part of the slot', async () => {
    const buffered = await startTestApi({ ASSIGNMENT_BUFFER_MINUTES: '30' });
    try {
      const there = new Dispatch(buffered.client);
      const crew = await there.crew();
      const first = await there.delivery({ ...crew, routeId: (await there.route([9, 10])).id });
      expect(first.slotEnd).toBe('2026-03-02T10:30:00.000Z');
      const at = async (hours: number[]) => there.create({ ...crew, routeId: (await there.route(hours)).id });
      expectProblem(await at([11.4, 12]), 409, 'ASSIGNMENT_CONFLICT');
      expect((await at([11.5, 12])).status).toBe(201);
      expectProblem(await at([6, 7.6]), 409, 'ASSIGNMENT_CONFLICT');
      expect((await at([6, 7.5])).status).toBe(201);
    } finally {
      await buffered.stop();
    }
  });
});

describe('a deletion', () => {
  it.each(['PickedUp', 'Cancelled'])('of whoever has a delivery that is %s is refused', async (status) => {
    const { vehicleId, driverId } = await dispatch.in(status);
    expectProblem(await api.client.delete(`/api/vehicles/${vehicleId}`), 409, 'VEHICLE_HAS_DELIVERIES');
    expectProblem(await api.client.delete(`/api/drivers/${driverId}`), 409, 'DRIVER_HAS_DELIVERIES');
  });

  it('and an assignment at the same moment exclude each other', async () => {
    for (let round = 0; round < 6; round++) {
      const { vehicleId } = await dispatch.crew();
      const { id } = await dispatch.delivery();
      const [assigned, deleted] = await Promise.all([
        assign(id, { vehicleId }),
        api.client.delete(`/api/vehicles/${vehicleId}`),
      ]);
      expect(['200 409', '404 204']).toContain(`${assigned.status} ${deleted.status}`);
    }
  });
});
