import { LiveDeliveryView } from '@fleet/application/deliveries/live-delivery.view';
import { Page } from '@fleet/application/shared/page';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { Route } from '@fleet/domain/routes/route';
import { later } from '@fleet/tests/builders/later';
import { Callers } from './support/callers';
import { Fleet } from './support/fleet';
import { KeptDeliveries } from './support/kept-deliveries';
import { cursorOf, join, readPages } from './support/lists';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

const PATH = '/api/deliveries/live-tracking';
const NOW = new Date();

let api: TestApi;
let kept: KeptDeliveries;
let routes: Route[];
let roads: Delivery[];
beforeAll(async () => {
  api = await startTestApi();
  kept = new KeptDeliveries(api);
  const fleet = new Fleet(api.client);
  // The first one is in its second hour, the next ones begin later.
  routes = [
    await kept.route(later(NOW, -90), 3, 'North'),
    await kept.route(later(NOW, -30)),
    await kept.route(later(NOW, -20)),
  ];
  roads = [];
  for (const route of routes) {
    const crew = { vehicleId: (await fleet.vehicle()).id, driverId: (await fleet.driver()).id };
    roads.push(await kept.onRoad({ route, crew, promisedBy: later(NOW, 100), reference: `PED-${roads.length}` }));
  }
  await kept.reach(roads[0]!.id, routes[0]!, 1, 12);
  // Neither of these is on the road.
  const over = await kept.route(later(NOW, -500));
  const crew = { vehicleId: (await fleet.vehicle()).id, driverId: (await fleet.driver()).id };
  await kept.deliver((await kept.onRoad({ route: over, crew })).id, over, later(NOW, -300));
  await kept.delivery({ route: routes[0]!, crew });
});
afterAll(() => api.stop());

const find = async (query: string) => (await api.client.get<Page<LiveDeliveryView>>(`${PATH}?${query}`)).body.items;
const ids = (items: readonly LiveDeliveryView[]) => items.map(({ deliveryId }) => deliveryId);

it('shows each delivery on the road with its route, what it has reached, and what is to be expected', async () => {
  const [first] = await find('');
  const [{ id, name, scheduledStart, scheduledEnd, checkpoints }, { driverId, vehicleId }] = [
    routes[0]!.snapshot(),
    roads[0]!.snapshot(),
  ];
  const [one, two, three] = checkpoints.map(({ expectedAt }) => expectedAt);
  const ahead = (sequence: number, expectedAt: Date) => ({
    sequence,
    location: `Stop ${sequence}`,
    latitude: null,
    longitude: null,
    expectedAt: expectedAt.toISOString(),
    estimatedAt: later(expectedAt, 12).toISOString(),
  });
  expect(first).toEqual({
    deliveryId: roads[0]!.id,
    reference: 'PED-0',
    status: 'InTransit',
    priority: 'Normal',
    vehicleId,
    driverId,
    customerName: 'Helena Castro',
    route: { id, name, scheduledStart: scheduledStart.toISOString(), scheduledEnd: scheduledEnd!.toISOString() },
    promisedBy: later(NOW, 100).toISOString(),
    delayMinutes: 12,
    checkpointsReached: [
      { sequence: 1, reachedAt: later(one!, 12).toISOString(), delayMinutes: 12, outsideWindow: false },
    ],
    checkpointsAhead: [ahead(2, two!), ahead(3, three!)],
    estimatedEnd: later(scheduledEnd!, 12).toISOString(),
    // 90 minutes and 12 against a promise of 100.
    isLate: true,
  });
});

it('lists those on the road alone, the earliest slot in front, page by page', async () => {
  const pages = await readPages<LiveDeliveryView>(api.client, PATH, 2);
  expect(pages.map(ids)).toEqual([[roads[0]!.id, roads[1]!.id], [roads[2]!.id]]);
  const cursor = await cursorOf(api.client, PATH);
  expectProblem(
    await api.client.get(join(`${PATH}?driverId=${roads[0]!.id}`, `cursor=${cursor}`)),
    400,
    'INVALID_CURSOR',
  );
});

it('takes the filters of a route, a driver and a vehicle', async () => {
  const { routeId, driverId, vehicleId } = roads[1]!.snapshot();
  for (const query of [`routeId=${routeId}`, `driverId=${driverId}`, `vehicleId=${vehicleId}`]) {
    expect(ids(await find(query))).toEqual([roads[1]!.id]);
  }
  expect(await find(`driverId=${driverId}&vehicleId=${roads[2]!.snapshot().vehicleId}`)).toEqual([]);
  for (const query of ['routeId=x', 'driverId=x', 'vehicleId=x', 'status=InTransit', 'limit=0']) {
    expectFaultsOf(await api.client.get(`${PATH}?${query}`), query.split('=')[0]!);
  }
});

it('shows a driver what is his alone', async () => {
  const driver = await new Callers(api.client).driver(roads[2]!.snapshot().driverId!);
  expect(ids((await driver.get<Page<LiveDeliveryView>>(PATH)).body.items)).toEqual([roads[2]!.id]);
  const { driverId } = roads[1]!.snapshot();
  expect((await driver.get<Page<LiveDeliveryView>>(`${PATH}?driverId=${driverId}`)).body.items).toEqual([]);
});
