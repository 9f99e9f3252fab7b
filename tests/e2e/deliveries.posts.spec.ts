import { randomUUID } from 'node:crypto';
import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { Callers } from './support/callers';
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

describe('every POST of deliveries', () => {
  it('with a key is done once', async () => {
    const delivery = await dispatch.assigned({ routeId: (await dispatch.route([9])).id });
    const { id } = delivery;
    const twice = async (path: string, body?: object) => {
      const headers = { 'Idempotency-Key': randomUUID() };
      const first = await api.client.post<DeliveryView>(path, body, headers);
      const again = await api.client.post(path, body, headers);
      expect([path, again.status, again.text]).toEqual([path, first.status, first.text]);
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      expect(first.status).toBeLessThan(300);
      return first.body;
    };
    const created = await twice('/api/deliveries', { routeId: delivery.routeId, customer: CUSTOMER });
    await twice(`/api/deliveries/${created.id}/assign`, { vehicleId: (await dispatch.crew()).vehicleId });
    await twice(`/api/deliveries/${created.id}/cancel`, { reason: 'Duplicate' });
    await twice(`/api/deliveries/${id}/status`, { status: 'InTransit' });
    const report = { type: 'Traffic', severity: 'Low', description: 'Queue' };
    const { incidents } = await twice(`/api/deliveries/${id}/incidents`, report);
    expect(incidents).toHaveLength(1);
    await twice(`/api/deliveries/${id}/incidents/${incidents[0]!.id}/resolve`, { resolution: 'Done' });
    const more = (await dispatch.post(id, 'incidents', report)).body.incidents[1]!;
    await twice('/api/deliveries/incidents/resolve', { incidentIds: [more.id], resolution: 'Done' });
    await twice(`/api/deliveries/${id}/checkpoints`, { sequence: 1 });
    await dispatch.step(id, 'OutForDelivery');
    await twice(`/api/deliveries/${id}/proof`, { receivedBy: 'Paula' });
    await dispatch.step(id, 'Failed', { reason: 'Refused' });
    expect(await twice(`/api/deliveries/${id}/retry`)).toMatchObject({ attempt: 2 });
    expect((await eventsOf(api, id)).map(({ type }) => type)).toEqual([
      'DeliveryCreated',
      'DeliveryWentInTransit',
      'DeliveryIncidentReported',
      'DeliveryIncidentResolved',
      'DeliveryIncidentReported',
      'DeliveryIncidentResolved',
      'DeliveryCheckpointReached',
      'DeliveryWentOutForDelivery',
      'DeliveryProofCaptured',
      'DeliveryFailed',
      'DeliveryRetried',
    ]);
  });

  it('on one delivery honours If-Match, and says first that there is none', async () => {
    const { id, incidents } = (
      await dispatch.post((await dispatch.onRoad()).id, 'incidents', {
        ...{ type: 'Traffic', severity: 'Low', description: 'Queue' },
      })
    ).body;
    const calls: [string, object][] = [
      ['status', { status: 'Failed', reason: 'Other' }],
      ['cancel', { reason: 'Other' }],
      ['retry', {}],
      ['checkpoints', { sequence: 1 }],
      ['incidents', { type: 'Traffic', severity: 'Low', description: 'Queue' }],
      [`incidents/${incidents[0]!.id}/resolve`, { resolution: 'Done' }],
      ['proof', { receivedBy: 'Paula' }],
    ];
    for (const [what, body] of calls) {
      expectProblem(await dispatch.post(id, what, body, { 'If-Match': '"1"' }), 412, 'VERSION_MISMATCH');
      expectProblem(await dispatch.post(id, what, body, { 'If-Match': 'x' }), 400, 'VALIDATION_FAILED');
      expectProblem(await dispatch.post(randomUUID(), what, body, { 'If-Match': '"1"' }), 404, 'DELIVERY_NOT_FOUND');
      expectFaultsOf(await dispatch.post('x', what, body), 'id');
    }
    const answer = await dispatch.post(id, 'checkpoints', { sequence: 1 }, { 'If-Match': '"1", "3"' });
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"4"']);
  });

  it('a driver may move is answered to another driver as if there were no such delivery', async () => {
    const { id, driverId, incidents } = (
      await dispatch.post((await dispatch.onRoad()).id, 'incidents', {
        ...{ type: 'Traffic', severity: 'Low', description: 'Queue' },
      })
    ).body;
    const callers = new Callers(api.client);
    const [own, other] = [await callers.driver(driverId!), await callers.driver((await dispatch.fleet.driver()).id)];
    const calls: [string, object][] = [
      [`incidents/${incidents[0]!.id}/resolve`, { resolution: 'Done' }],
      ['incidents', { type: 'Traffic', severity: 'Low', description: 'Queue' }],
      ['checkpoints', { sequence: 1 }],
      ['checkpoints', { sequence: 2 }],
      ['status', { status: 'OutForDelivery' }],
      ['proof', { receivedBy: 'Paula' }],
      ['status', { status: 'Failed', reason: 'Refused' }],
      ['retry', {}],
    ];
    for (const [what, body] of calls) {
      const path = `/api/deliveries/${id}/${what}`;
      expectProblem(await other.post(path, body), 404, 'DELIVERY_NOT_FOUND');
      expect([what, (await own.post(path, body)).status]).toEqual([what, what === 'incidents' ? 201 : 200]);
    }
    // The next attempt is nobody's yet.
    expectProblem(await own.post(`/api/deliveries/${id}/cancel`, { reason: 'Other' }), 404, 'DELIVERY_NOT_FOUND');
    for (const path of ['', `/${id}/assign`, '/incidents/resolve']) {
      expectProblem(await own.post(`/api/deliveries${path}`, {}), 403, 'FORBIDDEN');
    }
  });
});
