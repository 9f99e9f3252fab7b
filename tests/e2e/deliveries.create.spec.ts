import { randomUUID } from 'node:crypto';
import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { CUSTOMER, Dispatch } from './support/dispatch';
import { eventsOf } from './support/event-log';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let dispatch: Dispatch;
beforeAll(async () => {
  api = await startTestApi();
  dispatch = new Dispatch(api.client);
});
afterAll(() => api.stop());

const change = (id: string, body: object, headers = {}) =>
  api.client.put<DeliveryView>(`/api/deliveries/${id}`, { customer: CUSTOMER, ...body }, headers);
const reference = () => `NF-${randomUUID()}`;

describe('creating a delivery', () => {
  it('makes one with nobody assigned, which readers see at once', async () => {
    const route = await dispatch.route([9, 10.5]);
    const answer = await dispatch.create({ routeId: route.id.toUpperCase(), customer: { ...CUSTOMER, name: ' Ana ' } });
    expect([answer.status, answer.headers.get('etag')]).toEqual([201, '"1"']);
    expect(answer.headers.get('location')).toBe(`/api/deliveries/${answer.body.id}`);
    const { id, createdAt } = answer.body;
    expect(answer.body).toEqual({
      ...{ id, createdAt, updatedAt: createdAt, version: 1, routeId: route.id },
      ...{ reference: null, vehicleId: null, driverId: null, tripId: null, customer: { ...CUSTOMER, name: 'Ana' } },
      ...{ priority: 'Normal', promisedBy: null, requirements: [], after: [], status: 'PickedUp', attempt: 1 },
      ...{ slotStart: route.scheduledStart, slotEnd: route.scheduledEnd },
      ...{ checkpoints: [], incidents: [], proof: null, reason: null, notes: null, distance: null },
      ...{ delayMinutes: null, deliveredAt: null, lateMinutes: null },
    });
    expect(await dispatch.get(id)).toEqual(answer.body);
  });

  it('makes one with everything', async () => {
    const after = [(await dispatch.delivery()).id];
    const given = { ...(await dispatch.crew()), reference: reference(), priority: 'Urgent', after };
    const more = { promisedBy: '2026-03-02T14:00:00+02:00', requirements: ['code', 'signature', 'code'] };
    const { body } = await dispatch.create({ ...given, ...more });
    const expected = { promisedBy: '2026-03-02T12:00:00.000Z', requirements: ['signature', 'code'] };
    expect(body).toMatchObject({ ...given, ...expected });
    expect(await dispatch.get(body.id)).toEqual(body);
  });

  it('needs an active route', async () => {
    const planned = await dispatch.fleet.route();
    expectProblem(await dispatch.create({ routeId: planned.id }), 400, 'ROUTE_NOT_ACTIVE');
    await api.client.post(`/api/routes/${planned.id}/cancel`);
    expectProblem(await dispatch.create({ routeId: planned.id }), 400, 'ROUTE_NOT_ACTIVE');
    expectProblem(await dispatch.create({ routeId: randomUUID() }), 404, 'ROUTE_NOT_FOUND');
  });

  it('names every field at fault', async () => {
    const { id: routeId } = await dispatch.route();
    const create = (body: object) => api.client.post('/api/deliveries', { routeId, customer: CUSTOMER, ...body });
    expectFaultsOf(await api.client.post('/api/deliveries', {}), 'routeId', 'customer');
    expectFaultsOf(await create({ customer: {} }), 'customer.name', 'customer.phone', 'customer.address');
    expectFaultsOf(await create({ customer: { ...CUSTOMER, email: 'a@b.c' } }), 'customer.email');
    expectFaultsOf(await create({ customer: [] }), 'customer');
    expectFaultsOf(await create({ customer: { name: ' ', phone: '1', address: 'x'.repeat(256) } }), 'customer.name', 'customer.phone', 'customer.address'); // prettier-ignore
    const wrong = { priority: 'high', promisedBy: '2026-13-01', requirements: ['scent'], after: ['x'], reference: 1 };
    expectFaultsOf(await create(wrong), 'priority', 'promisedBy', 'requirements', 'after', 'reference');
    expectFaultsOf(await create({ reference: 'x'.repeat(51) }), 'reference');
    expectFaultsOf(await create({ status: 'Delivered' }), 'status');
  });

  it('of the last years that there are works to its end', async () => {
    const crew = await dispatch.crew();
    const expectedAt = '9999-12-31T23:59:59.999Z';
    const checkpoints = [{ location: 'The end', expectedAt }];
    const route = await dispatch.fleet.activeRoute({ scheduledStart: '9999-12-31T22:00:00Z', checkpoints });
    const { id } = await dispatch.delivery({ ...crew, routeId: route.id, promisedBy: expectedAt });
    await dispatch.step(id, 'InTransit');
    const reached = await dispatch.post(id, 'checkpoints', { sequence: 1 });
    expect(reached.body).toMatchObject({ delayMinutes: -(2 ** 31 - 1) });
    await dispatch.step(id, 'OutForDelivery');
    await dispatch.post(id, 'proof', { receivedBy: 'Paula' });
    expect((await dispatch.step(id, 'Delivered')).body).toMatchObject({ lateMinutes: -(2 ** 31 - 1) });
  });
});

describe('a reference', () => {
  it('is of one delivery alone, in this case', async () => {
    const taken = reference();
    const first = await dispatch.delivery({ reference: taken });
    expectProblem(await dispatch.create({ reference: ` ${taken} ` }), 409, 'REFERENCE_TAKEN');
    const second = await dispatch.delivery({ reference: taken.toLowerCase() });
    expectProblem(await change(second.id, { reference: taken }), 409, 'REFERENCE_TAKEN');
    expect((await change(first.id, { reference: null })).body).toMatchObject({ reference: null });
    expect((await change(second.id, { reference: taken })).status).toBe(200);
  });

  it('is of one delivery alone, though many ask for it at once', async () => {
    const wanted = { reference: reference(), routeId: (await dispatch.route()).id };
    const answers = await Promise.all(Array.from({ length: 12 }, () => dispatch.create(wanted)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 201)) expectProblem(answer, 409, 'REFERENCE_TAKEN');
  });
});

describe('changing a delivery', () => {
  it('replaces what a planner says of it, and nothing else', async () => {
    const before = await dispatch.assigned({ reference: reference(), requirements: ['photo'], priority: 'Low' });
    const customer = { name: 'Outro Nome', phone: '11 2222-3333', address: 'Rua Dois, 2' };
    const answer = await change(before.id, { customer, promisedBy: '2026-03-02T12:00:00Z' });
    const { updatedAt } = answer.body;
    const none = { reference: null, requirements: [], priority: 'Normal' };
    const promisedBy = '2026-03-02T12:00:00.000Z';
    expect(answer.body).toEqual({ ...before, ...none, customer, promisedBy, version: 2, updatedAt });
    expect([await dispatch.get(before.id), answer.headers.get('etag')]).toEqual([answer.body, '"2"']);
  });

  it('to what it is changes nothing', async () => {
    const { id } = await dispatch.delivery({ priority: 'High' });
    expect((await change(id, { priority: 'High' })).body).toMatchObject({ version: 1 });
    expect(await eventsOf(api, id)).toHaveLength(1);
  });

  it('is over once it has left', async () => {
    for (const status of ['InTransit', 'Delivered', 'Failed', 'Cancelled']) {
      expectProblem(await change((await dispatch.in(status)).id, {}), 400, 'DELIVERY_NOT_PICKED_UP');
    }
  });

  it('honours If-Match, and says first that there is none', async () => {
    const { id } = await dispatch.delivery();
    expectProblem(await change(id, {}, { 'If-Match': '"7"' }), 412, 'VERSION_MISMATCH');
    expectProblem(await change(randomUUID(), {}, { 'If-Match': '"7"' }), 404, 'DELIVERY_NOT_FOUND');
    expect((await change(id, { priority: 'Low' }, { 'If-Match': '"1"' })).status).toBe(200);
  });

  it('by many at once loses none of them', async () => {
    const { id } = await dispatch.delivery();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => change(id, { reference: `${id} ${index}` })),
    );
    const done = answers.filter(({ status }) => status === 200).length;
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await dispatch.get(id)).version).toBe(1 + done);
  });
});

describe('the customer', () => {
  it('is sealed in the rows and in the log of events, and so is who received it', async () => {
    const { id } = await dispatch.outForDelivery();
    await dispatch.post(id, 'proof', { receivedBy: 'Paula Andrade', notes: 'Blue door' });
    const { writer } = api.app.get(Database, { strict: false });
    const rows = async (sql: string) => JSON.stringify(await writer.query<unknown[]>(sql));
    const stored =
      (await rows(`SELECT * FROM Deliveries WHERE Id = '${id}'`)) +
      (await rows(`SELECT Payload, Previous FROM EventLog WHERE StreamId = '${id}'`)) +
      (await rows(`SELECT Term FROM DeliveryTerms WHERE DeliveryId = '${id}'`));
    expect(stored.length).toBeGreaterThan(1_000);
    for (const text of ['Padaria', 'Alves', '3333-4444', 'Rua Um', 'Paula', 'Blue door']) {
      expect([text, stored.toLowerCase().includes(text.toLowerCase())]).toEqual([text, false]);
    }
    const [created] = await eventsOf(api, id);
    expect(created!.payload).toMatchObject({ customerName: CUSTOMER.name, customerAddress: CUSTOMER.address });
  });
});
