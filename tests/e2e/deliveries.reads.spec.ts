import { randomUUID } from 'node:crypto';
import { AuditEntry } from '@fleet/application/audit/audit-entry.view';
import { DeliveryView, deliveryView } from '@fleet/application/deliveries/delivery.view';
import { Page } from '@fleet/application/shared/page';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { Callers } from './support/callers';
import { later } from '@fleet/tests/builders/later';
import { Fleet } from './support/fleet';
import { KeptDeliveries } from './support/kept-deliveries';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

const START = new Date('2026-01-10T08:00:00.000Z');

let api: TestApi;
let kept: KeptDeliveries;
let crew: { vehicleId: string; driverId: string };
beforeAll(async () => {
  api = await startTestApi();
  kept = new KeptDeliveries(api);
  const fleet = new Fleet(api.client);
  crew = { vehicleId: (await fleet.vehicle()).id, driverId: (await fleet.driver()).id };
});
afterAll(() => api.stop());

const path = (id: string) => `/api/deliveries/${id}`;
const read = async (id: string) => (await api.client.get<DeliveryView>(path(id))).body;

/** Everything that a delivery can have, but what contradicts each other. */
async function eventful(): Promise<Delivery> {
  const route = await kept.route(START);
  const first = await kept.delivery({ route });
  const { id } = await kept.onRoad({
    route,
    crew,
    reference: `PED-${randomUUID().slice(0, 8)}`,
    priority: 'Urgent',
    promisedBy: later(START, 100),
    requirements: ['notes'],
    after: [first.id],
  });
  const incident = {
    type: 'Traffic',
    severity: 'Low',
    description: 'Queue at the bridge',
    latitude: -22.9,
    longitude: -47,
  } as const;
  const [open, resolved] = [randomUUID(), randomUUID()];
  await kept.change(id, (delivery) => {
    delivery.reportIncident(open, incident, later(START, 5));
    delivery.reportIncident(resolved, { ...incident, location: 'km 92' }, later(START, 6));
    delivery.resolveIncident(resolved, 'Went round it', later(START, 7));
  });
  return kept.deliver(id, route, later(START, 130));
}

describe('a delivery', () => {
  it('is shown field by field as its events have made it, whatever its state', async () => {
    const route = await kept.route(later(START, 10_000));
    const pickedUp = await kept.delivery({ route });
    const failed = await kept.delivery({ route });
    const cancelled = await kept.delivery({ route });
    const ended = [
      await kept.change(failed.id, (one) => one.fail({ reason: 'Refused', notes: 'Not hers', distance: 3 }, START)),
      await kept.change(cancelled.id, (one) => one.cancel({ reason: 'Duplicate' }, START)),
    ];
    for (const delivery of [pickedUp, ...ended, await eventful()]) {
      expect(await read(delivery.id)).toEqual(deliveryView(delivery));
    }
  });

  it('is its present version, and not sent to whoever has it', async () => {
    const { id, version } = await eventful();
    const { headers } = await api.client.get(path(id));
    expect(headers.get('etag')).toBe(`"${version}"`);
    expect((await api.client.get(path(id), { 'If-None-Match': `"${version}"` })).status).toBe(304);
    expect((await api.client.get(path(id), { 'If-None-Match': `"${version - 1}"` })).status).toBe(200);
    expectProblem(await api.client.get(path(randomUUID())), 404, 'DELIVERY_NOT_FOUND');
  });

  it('is shown as it was at an instant, to the office alone', async () => {
    const delivery = await eventful();
    const at = (instant: Date) => api.client.get<DeliveryView>(`${path(delivery.id)}?asOf=${instant.toISOString()}`);
    expect((await at(later(START, 130))).body).toEqual(deliveryView(delivery));
    const onRoad = await at(later(START, 5));
    expect(onRoad.body).toMatchObject({
      status: 'InTransit',
      version: 3,
      incidents: [{ resolvedAt: null }],
      proof: null,
    });
    expect(onRoad.body.customer.name).toBe('Helena Castro');
    expect(onRoad.headers.get('etag')).toBeNull();
    expectProblem(await at(later(START, -1)), 404, 'DELIVERY_NOT_FOUND');
    expectFaultsOf(await at(later(new Date(), 60)), 'asOf');
    const driver = await new Callers(api.client).driver(crew.driverId);
    const asOf = `${path(delivery.id)}?asOf=${START.toISOString()}`;
    expectProblem(await driver.get(asOf), 404, 'DELIVERY_NOT_FOUND');
  });

  it('has a history, the latest first, without what its files are decrypted with', async () => {
    const { id, version } = await eventful();
    const { body, text } = await api.client.get<Page<AuditEntry>>(`${path(id)}/history`);
    expect(body.items).toHaveLength(version);
    expect(body.items[0]).toMatchObject({ action: 'DeliveryDelivered', entity: 'Delivery', entityId: id, version });
    expect(body.items.at(-1)!.action).toBe('DeliveryCreated');
    expect(text).not.toContain('fileKeys');
    expectProblem(await api.client.get(`${path(randomUUID())}/history`), 404, 'DELIVERY_NOT_FOUND');
  });
});

describe('a driver', () => {
  it('sees the deliveries that are assigned to him, and no others', async () => {
    const own = await eventful();
    const other = await kept.delivery({ route: await kept.route(later(START, 20_000)) });
    const driver = await new Callers(api.client).driver(crew.driverId);
    expect((await driver.get<DeliveryView>(path(own.id))).body).toEqual(deliveryView(own));
    expect((await driver.get(`${path(own.id)}/history`)).status).toBe(200);
    expectProblem(await driver.get(path(other.id)), 404, 'DELIVERY_NOT_FOUND');
    expectProblem(await driver.get(`${path(other.id)}/history`), 404, 'DELIVERY_NOT_FOUND');
    const { body } = await driver.get<Page<DeliveryView>>('/api/deliveries?limit=200');
    expect(body.items.every(({ driverId }) => driverId === crew.driverId)).toBe(true);
    expect(body.items.map(({ id }) => id)).toContain(own.id);
  });
});
