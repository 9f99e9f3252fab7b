import { randomUUID } from 'node:crypto';
import { RouteOverview } from '@fleet/application/routes/route-overview.view';
import { Page } from '@fleet/application/shared/page';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { Deliveries } from './support/deliveries';
import { Fleet } from './support/fleet';
import { join, readPages } from './support/lists';
import { expectFaultsOf } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';
import { onSqlServer } from './support/test-database';

const MINUTE_MS = 60_000;
const DAY = (day: number, hour = '08') => `2026-03-0${day}T${hour}:00:00.000Z`;

let api: TestApi;
let fleet: Fleet;
let deliveries: Deliveries;
/** One that is busy, one with what is cancelled alone, one without deliveries, one in planning without checkpoints. */
let busy: string, cancelled: string, empty: string, bare: string;
let now: number;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
  deliveries = new Deliveries(api.app);
  now = Date.now();
  const route = async (day: number) =>
    (await fleet.activeRoute({ scheduledStart: DAY(day), checkpoints: [stop(day, '09'), stop(day, '10')] })).id;
  [busy, cancelled, empty] = [await route(1), await route(2), await route(3)];
  bare = (await fleet.route({ scheduledStart: DAY(4), checkpoints: [] })).id;
  await deliveries.add(cancelled, {}, (one) => one.cancel({ reason: 'Duplicate' }, new Date()));
  await fill();
});
afterAll(() => api.stop());

const stop = (day: number, hour: string) => ({ location: `At ${hour}`, expectedAt: DAY(day, hour) });
const minutesFromNow = (minutes: number) => new Date(now + minutes * MINUTE_MS);

/** Goes into transit, and passes a checkpoint so many minutes after it was expected. */
function onRoad(delay: number) {
  return (delivery: Delivery): void => {
    delivery.goInTransit(randomUUID(), new Date());
    const reachedAt = minutesFromNow(-60);
    const expectedAt = new Date(reachedAt.getTime() - delay * MINUTE_MS);
    delivery.reachCheckpoint({ sequence: 1, expectedAt, earliest: null, latest: null }, reachedAt, new Date());
  };
}

function delivered(delay: number) {
  return (delivery: Delivery): void => {
    onRoad(delay)(delivery);
    delivery.goOutForDelivery({ checkpoints: [] }, new Date());
    delivery.captureProof({ receivedBy: 'Rui', files: [], fileKeys: null }, new Date());
    delivery.deliver(3, new Date());
  };
}

/** Late are: an open one on the road, one that waits, and one that was delivered. */
async function fill(): Promise<void> {
  const crew = { vehicleId: (await fleet.vehicle()).id, driverId: (await fleet.driver()).id };
  const [past, future] = [minutesFromNow(-5), minutesFromNow(600)];
  await deliveries.add(busy, { promisedBy: past });
  await deliveries.add(busy, { promisedBy: future });
  await deliveries.add(busy);
  await deliveries.add(busy, { ...crew, promisedBy: past }, onRoad(12));
  await deliveries.add(busy, crew, onRoad(-7));
  await deliveries.add(busy, crew, (one) => one.goInTransit(randomUUID(), new Date()));
  await deliveries.add(busy, crew, (one) => {
    onRoad(3)(one);
    one.goOutForDelivery({ checkpoints: [] }, new Date());
  });
  await deliveries.add(busy, { ...crew, promisedBy: past }, delivered(90));
  await deliveries.add(busy, { ...crew, promisedBy: future }, delivered(95));
  await deliveries.add(busy, crew, delivered(0));
  await deliveries.add(busy, { ...crew, promisedBy: past }, (one) => {
    onRoad(99)(one);
    one.fail({ reason: 'Refused' }, new Date());
  });
  await deliveries.add(busy, { promisedBy: past }, (one) => one.cancel({ reason: 'Other' }, new Date()));
}

const NONE = { total: 0, PickedUp: 0, InTransit: 0, OutForDelivery: 0, Delivered: 0, Failed: 0, Cancelled: 0 };

async function overview(parameters = ''): Promise<RouteOverview[]> {
  const { status, body } = await api.client.get<Page<RouteOverview>>(`/api/routes/overview?${parameters}`);
  expect([status, body.nextCursor]).toEqual([200, null]);
  return body.items;
}

const idsOf = (items: RouteOverview[]) => items.map(({ id }) => id);

describe('GET /api/routes/overview', () => {
  it('counts the deliveries of each route', async () => {
    const [first, second, third, last] = await overview();
    expect(first).toEqual({
      id: bare,
      name: 'Manhã',
      status: 'Planning',
      scheduledStart: DAY(4),
      scheduledEnd: null,
      checkpoints: 0,
      deliveries: NONE,
      progress: null,
      late: 0,
      worstDelayMinutes: null,
    });
    const nothing = { deliveries: NONE, progress: null, late: 0, worstDelayMinutes: null };
    expect(second).toMatchObject({
      id: empty,
      status: 'Active',
      checkpoints: 2,
      scheduledEnd: DAY(3, '10'),
      ...nothing,
    });
    expect(third).toMatchObject({ id: cancelled, ...nothing, deliveries: { ...NONE, total: 1, Cancelled: 1 } });
    expect(last).toMatchObject({
      id: busy,
      deliveries: { total: 12, PickedUp: 3, InTransit: 3, OutForDelivery: 1, Delivered: 3, Failed: 1, Cancelled: 1 },
      progress: 0.27,
      late: 3,
      worstDelayMinutes: 12,
    });
  });

  it.each([
    ['status=Planning', () => [bare]],
    ['status=Active&sort=scheduledStart', () => [busy, cancelled, empty]],
    [`from=${DAY(2)}&to=${DAY(4)}`, () => [empty, cancelled]],
    [`to=${DAY(1)}`, () => []],
  ])('filters by %s', async (parameters, found) => {
    expect(idsOf(await overview(parameters))).toEqual(found());
  });

  it.each(['scheduledStart', '-scheduledStart'])('gives every route once, page by page, by %s', async (sort) => {
    const whole = await overview(`sort=${sort}`);
    for (const limit of [1, 3]) {
      const pages = await readPages<RouteOverview>(api.client, `/api/routes/overview?sort=${sort}`, limit);
      expect(pages).toHaveLength(Math.ceil(4 / limit));
      expect(pages.flat()).toEqual(whole);
    }
  });

  it.each([
    ['q=centro', 'q'],
    ['status=Late', 'status'],
    ['sort=name', 'sort'],
    ['from=1', 'from'],
  ])('refuses %s', async (parameters, field) => {
    expectFaultsOf(await api.client.get(`/api/routes/overview?${parameters}`), field);
  });

  it('counts when it is asked, what has become late since', async () => {
    const { id } = await fleet.activeRoute({ scheduledStart: DAY(5), checkpoints: [stop(5, '09')] });
    const at = new Date(Date.now() + 50);
    await deliveries.add(id, { promisedBy: at });
    while (new Date() <= at) await new Promise((resolve) => setImmediate(resolve));
    expect(await overview(`from=${DAY(5)}`)).toMatchObject([{ id, late: 1 }]);
  });

  // One engine's plan is enough to read; the other has the same indexes.
  (onSqlServer ? it.skip : it)(
    'looks at the deliveries of the routes of its page alone, in one statement',
    async () => {
      const database = api.app.get(ReadDatabase, { strict: false });
      const asked = jest.spyOn(database, 'query');
      const { body } = await api.client.get<Page<unknown>>('/api/routes/overview?limit=1&status=Active');
      await api.client.get(join('/api/routes/overview?limit=1&status=Active', `cursor=${body.nextCursor}`));
      const calls = asked.mock.calls.filter(([text]) => text.includes('FROM Routes'));
      asked.mockRestore();
      expect(calls).toHaveLength(2);
      for (const [sql, parameters] of calls) {
        const plan = await database.query<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters);
        const details = plan.map(({ detail }) => detail);
        expect(details).toContain('SEARCH Deliveries USING INDEX IX_Deliveries_Route (RouteId=?)');
        expect(details.filter((one) => /SCAN (Deliveries|Routes)/.test(one))).toEqual([]);
      }
    },
  );
});
