import { ServiceLevelView } from '@fleet/application/deliveries/service-level.view';
import { later } from '@fleet/tests/builders/later';
import { Callers } from './support/callers';
import { Fleet } from './support/fleet';
import { KeptDeliveries } from './support/kept-deliveries';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

const PATH = '/api/deliveries/service-level';
const START = new Date('2026-01-10T00:00:00.000Z');
const RANGE = 'from=2026-01-10&to=2026-01-12';

let api: TestApi;
let drivers: { id: string; name: string | null }[];
let routeIds: string[];
beforeAll(async () => {
  api = await startTestApi();
  const kept = new KeptDeliveries(api);
  const fleet = new Fleet(api.client);
  drivers = [await fleet.driver({ name: 'Ana Souza' }), await fleet.driver({ name: 'Bia Lima' })];
  routeIds = [];
  // Each on a route of its own, by turns of each driver, so many minutes late.
  const given: [number | null, string][] = [
    [-10, 'Helena Castro'], [5, 'helena  CASTRO'], [0, 'Rui Paz'], [30, 'Rui Paz'], [null, 'Rui Paz'],
  ]; // prettier-ignore
  for (const [index, [late, customerName]] of given.entries()) {
    const route = await kept.route(later(START, index * 240), 2, `Route ${index}`);
    const deliveredAt = later(START, index * 240 + 150);
    const crew = { vehicleId: (await fleet.vehicle()).id, driverId: drivers[index % 2]!.id };
    const promisedBy = late === null ? null : later(deliveredAt, -late);
    const { id } = await kept.onRoad({ route, crew, customerName, promisedBy });
    await kept.deliver(id, route, deliveredAt);
    routeIds.push(route.id);
  }
});
afterAll(() => api.stop());

const measure = async (query: string) => (await api.client.get<ServiceLevelView>(`${PATH}?${query}`)).body;

it('measures all that was delivered in the range', async () => {
  const total = { deliveries: 5, promised: 4, onTime: 2, onTimeShare: 0.5, medianLateMinutes: 0, p95LateMinutes: 30 };
  const [from, to] = ['2026-01-10T00:00:00.000Z', '2026-01-12T00:00:00.000Z'];
  expect(await measure(RANGE)).toEqual({ by: null, from, to, total, groups: null });
  const first = later(START, 150).toISOString();
  expect((await measure(`from=${first}&to=${later(START, 151).toISOString()}`)).total.deliveries).toBe(1);
  expect((await measure(`from=2026-01-09&to=${first}`)).total.deliveries).toBe(0);
});

it('measures by driver, and names them', async () => {
  const { groups } = await measure(`${RANGE}&by=driver`);
  const [ana, bia] = drivers;
  expect(groups!.items.sort((one, other) => (one.name! < other.name! ? -1 : 1))).toEqual([
    {
      key: ana!.id,
      name: 'Ana Souza',
      deliveries: 3,
      promised: 2,
      onTime: 2,
      onTimeShare: 1,
      medianLateMinutes: -10,
      p95LateMinutes: 0,
    },
    {
      key: bia!.id,
      name: 'Bia Lima',
      deliveries: 2,
      promised: 2,
      onTime: 0,
      onTimeShare: 0,
      medianLateMinutes: 5,
      p95LateMinutes: 30,
    },
  ]);
});

it('measures by route, page by page in the order of their ids', async () => {
  const { groups } = await measure(`${RANGE}&by=route&limit=3`);
  const rest = await measure(`${RANGE}&by=route&limit=3&cursor=${groups!.nextCursor}`);
  const items = [...groups!.items, ...rest.groups!.items];
  expect(items.map(({ key }) => key)).toEqual([...routeIds].sort());
  expect(items.map(({ name }) => name).sort()).toEqual([0, 1, 2, 3, 4].map((index) => `Route ${index}`));
  expect(rest.groups!.nextCursor).toBeNull();
});

it('measures by customer, whom neither case nor spaces tell apart', async () => {
  const { groups } = await measure(`${RANGE}&by=customer`);
  const found = groups!.items.map(
    ({ name, deliveries }) => `${name?.toLowerCase().replace(/\s+/g, ' ')}: ${deliveries}`,
  );
  expect(found.sort()).toEqual(['helena castro: 2', 'rui paz: 3']);
});

it('wants a range of at most a year, and a group that there is', async () => {
  expectFaultsOf(await api.client.get(PATH), 'from', 'to');
  expectFaultsOf(await api.client.get(`${PATH}?from=2026-01-12&to=2026-01-12`), 'to');
  expectFaultsOf(await api.client.get(`${PATH}?from=2025-01-01&to=2026-01-03`), 'to');
  expectFaultsOf(await api.client.get(`${PATH}?${RANGE}&by=vehicle`), 'by');
  expectProblem(await api.client.get(`${PATH}?${RANGE}&by=route&cursor=abc`), 400, 'INVALID_CURSOR');
});

it('is not for drivers', async () => {
  const driver = await new Callers(api.client).driver(drivers[0]!.id);
  expectProblem(await driver.get(`${PATH}?${RANGE}`), 403, 'FORBIDDEN');
});
