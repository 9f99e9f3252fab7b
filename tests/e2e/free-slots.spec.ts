import { Page } from '@fleet/application/shared/page';
import { later } from '@fleet/tests/builders/later';
import { Callers } from './support/callers';
import { Fleet } from './support/fleet';
import { KeptDeliveries } from './support/kept-deliveries';
import { cursorOf, join, readPages } from './support/lists';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

/** Of a delivery that holds its crew for two hours, tomorrow. */
const START = later(new Date(), 24 * 60);

let api: TestApi;
let fleet: Fleet;
let kept: KeptDeliveries;
let held: { vehicleId: string; driverId: string };
let free: { vehicleId: string; driverId: string };
let busy: { vehicleId: string; driverId: string };
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
  kept = new KeptDeliveries(api);
  const crew = async () => ({ vehicleId: (await fleet.vehicle()).id, driverId: (await fleet.driver()).id });
  [held, free, busy] = [await crew(), await crew(), await crew()];
  await kept.delivery({ route: await kept.route(START), crew: held });
  await fleet.trip(busy);
  await api.client.post('/api/maintenance/start', { vehicleId: (await fleet.vehicle()).id });
  await api.client.post(`/api/drivers/${(await fleet.driver()).id}/deactivate`);
});
afterAll(() => api.stop());

const slot = (from: number, to: number) =>
  `from=${later(START, from).toISOString()}&to=${later(START, to).toISOString()}`;
const find = async (kind: 'vehicles' | 'drivers', query: string) =>
  (await readPages<{ id: string }>(api.client, `/api/${kind}/available?${query}`, 1))
    .flat()
    .map(({ id }) => id)
    .sort();
const all = (field: 'vehicleId' | 'driverId', ...crews: (typeof held)[]) => crews.map((crew) => crew[field]).sort();

describe.each([
  ['vehicles', 'vehicleId'],
  ['drivers', 'driverId'],
] as const)('%s in a slot', (kind, field) => {
  it('are free when no delivery holds them, whatever they do now', async () => {
    expect(await find(kind, slot(60, 90))).toEqual(all(field, free, busy));
    expect(await find(kind, slot(-60, 180))).toEqual(all(field, free, busy));
  });

  it('are free right before and after the slot of another delivery, and not a moment into it', async () => {
    expect(await find(kind, slot(-60, 0))).toEqual(all(field, held, free, busy));
    expect(await find(kind, slot(120, 180))).toEqual(all(field, held, free, busy));
    expect(await find(kind, slot(-60, 0.001))).toEqual(all(field, free, busy));
    expect(await find(kind, slot(119.999, 180))).toEqual(all(field, free, busy));
  });

  it('are not free while they are on a trip, in a slot that has begun', async () => {
    const begun = `from=${later(new Date(), -1).toISOString()}&to=${later(new Date(), 10).toISOString()}`;
    expect(await find(kind, begun)).toEqual(all(field, held, free));
  });

  it('want both ends of the slot, in their order', async () => {
    const [from, to] = slot(0, 60).split('&');
    const path = `/api/${kind}/available`;
    expectFaultsOf(await api.client.get(`${path}?${from}`), 'to');
    expectFaultsOf(await api.client.get(`${path}?${to}`), 'from');
    expectFaultsOf(await api.client.get(`${path}?${slot(60, 60)}`), 'to');
    expectFaultsOf(await api.client.get(`${path}?from=x&${to}`), 'from');
    const cursor = await cursorOf(api.client, `${path}?${slot(60, 90)}`);
    expectProblem(await api.client.get(join(`${path}?${slot(60, 91)}`, `cursor=${cursor}`)), 400, 'INVALID_CURSOR');
  });

  it('are those available now without a slot', async () => {
    const { body } = await api.client.get<Page<{ id: string }>>(`/api/${kind}/available`);
    expect(body.items.map(({ id }) => id).sort()).toEqual(all(field, held, free));
  });
});

it('are free again once the delivery is over', async () => {
  const crew = { vehicleId: (await fleet.vehicle()).id, driverId: (await fleet.driver()).id };
  const { id } = await kept.delivery({ route: await kept.route(later(START, 1_000)), crew });
  expect(await find('vehicles', slot(1_000, 1_060))).not.toContain(crew.vehicleId);
  await kept.change(id, (delivery) => delivery.cancel({ reason: 'Duplicate' }, new Date()));
  expect(await find('vehicles', slot(1_000, 1_060))).toContain(crew.vehicleId);
  expect(await find('drivers', slot(1_000, 1_060))).toContain(crew.driverId);
});

it('shows a driver none but the vehicles that he sees in the list', async () => {
  const path = `/api/vehicles/available?${slot(60, 90)}`;
  const ids = async (driverId: string) => {
    const driver = await new Callers(api.client).driver(driverId);
    return (await driver.get<Page<{ id: string }>>(path)).body.items.map(({ id }) => id);
  };
  expect(await ids(free.driverId)).not.toContain(busy.vehicleId);
  expect(await ids(busy.driverId)).toContain(busy.vehicleId);
});
