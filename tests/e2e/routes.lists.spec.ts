import { RouteView } from '@fleet/application/routes/route.view';
import { Page } from '@fleet/application/shared/page';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { Callers } from './support/callers';
import { Client } from './support/client';
import { Deliveries } from './support/deliveries';
import { Fleet } from './support/fleet';
import { cursorOf, join, listedIds, readPages } from './support/lists';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';
import { onSqlServer } from './support/test-database';

const DAY = (day: number, hour = '08') => `2026-03-0${day}T${hour}:00:00.000Z`;

let api: TestApi;
/** Routes 0 to 5, each with its day; 2 and 3 start in the same millisecond. */
let routes: string[];
/** A driver with deliveries on 0, 1 (two of them) and 4; another with one on 2. */
let mine: Client;
let others: Client;
beforeAll(async () => {
  api = await startTestApi();
  const fleet = new Fleet(api.client);
  const plan = async (day: number, name: string, origin: string, destination: string) => {
    const checkpoints = [{ location: 'Only', expectedAt: DAY(day, '09') }];
    const route = await fleet.route({ name, origin, destination, scheduledStart: DAY(day), checkpoints });
    return route.id;
  };
  routes = [
    await plan(1, 'Centro, manhã', 'Distrito Industrial', 'Cambuí'),
    await plan(2, 'Centro, tarde', 'Distrito Industrial', 'Taquaral'),
    await plan(3, 'Norte', 'Barão Geraldo', 'Centro'),
    await plan(3, 'Sul 100%_[a]', 'Sousas', 'Proença'),
    await plan(4, 'Leste', 'Sousas', 'Joaquim Egídio'),
    await plan(5, 'Oeste', 'Castelo', 'Campo Grande'),
  ];
  const act = (route: number, action: string) => api.client.post(`/api/routes/${routes[route]}/${action}`);
  for (const route of [0, 1, 2, 4]) await act(route, 'activate');
  await act(5, 'cancel');
  const deliveries = new Deliveries(api.app);
  const [me, other] = [(await fleet.driver()).id, (await fleet.driver()).id];
  for (const route of [0, 1, 1, 4]) await deliveries.add(routes[route]!, { driverId: me });
  await deliveries.add(routes[2]!, { driverId: other });
  await deliveries.add(routes[2]!);
  const callers = new Callers(api.client);
  [mine, others] = [await callers.driver(me), await callers.driver(other)];
});
afterAll(() => api.stop());

/** Which of the routes a list gives, in its order; those of the same instant may come in either order. */
async function listed(parameters: string, client = api.client): Promise<string> {
  const ids = await listedIds(client, `/api/routes?${parameters}`);
  return inOrder(ids);
}

const inOrder = (ids: string[]) =>
  ids
    .map((id) => routes.indexOf(id))
    .join(' ')
    .replace('3 2', '2 3');

describe('GET /api/routes', () => {
  it('lists whole routes, the last that starts first', async () => {
    const { status, body } = await api.client.get<Page<RouteView>>('/api/routes');
    expect([status, body.nextCursor]).toEqual([200, null]);
    expect(inOrder(body.items.map(({ id }) => id))).toBe('5 4 2 3 1 0');
    for (const route of body.items) expect(route).toEqual((await api.client.get(`/api/routes/${route.id}`)).body);
  });

  it.each([1, 2, 4, 6])('gives every route once, %d a page, in both directions', async (limit) => {
    const ascending = await readPages<RouteView>(api.client, '/api/routes?sort=scheduledStart', limit);
    const descending = await readPages<RouteView>(api.client, '/api/routes?sort=-scheduledStart', limit);
    expect(ascending).toHaveLength(Math.ceil(6 / limit));
    const ids = ascending.flat().map(({ id }) => id);
    expect(inOrder(ids)).toBe('0 1 2 3 4 5');
    expect(descending.flat().map(({ id }) => id)).toEqual([...ids].reverse());
  });

  it.each([
    ['a status', 'status=Active', '4 2 1 0'],
    ['another status', 'status=Planning', '3'],
    ['a status that none has', 'status=Completed', ''],
    ['an instant on', `from=${DAY(3)}`, '5 4 2 3'],
    ['until before an instant', `to=${DAY(3)}`, '1 0'],
    ['a range, with its start and without its end', `from=${DAY(2)}&to=${DAY(4)}`, '2 3 1'],
    ['the beginning of a word of the name', 'q=cent&sort=scheduledStart', '0 1 2'],
    ['a word without its accents, in whatever case', 'q=MANHA', '0'],
    ['a word of the origin', 'q=sous', '4 3'],
    ['a word of the destination', 'q=proenca', '3'],
    ['words of several', 'q=centro+dist+taq', '1'],
    ['a word that is in the middle of another one', 'q=entro', ''],
    ['signs that are no letters', 'q=100%25_[a]', '3'],
    ['all at once', `q=centro&status=Active&from=${DAY(1)}&to=${DAY(3)}`, '1 0'],
  ])('filters by %s', async (_, parameters, found) => {
    expect(await listed(parameters)).toBe(found);
  });

  it.each([
    ['limit=0', 'limit'],
    ['status=active', 'status'],
    ['from=yesterday', 'from'],
    ['to=2026-02-30', 'to'],
    ['sort=name', 'sort'],
    ['name=Centro', 'name'],
    [`q=${Array.from({ length: 21 }, (_, index) => `w${index}`).join('+')}`, 'q'],
  ])('refuses %s', async (parameters, field) => {
    expectFaultsOf(await api.client.get(`/api/routes?${parameters}`), field);
  });

  it.each([
    ['of the other direction', '/api/routes', '/api/routes?sort=scheduledStart'],
    ['of another filter', '/api/routes?status=Active', '/api/routes'],
    ['of the overview', '/api/routes/overview', '/api/routes'],
    ['of the list', '/api/routes', '/api/routes/overview'],
  ])('takes no cursor %s', async (_, from, to) => {
    const cursor = await cursorOf(api.client, from);
    expectProblem(await api.client.get(join(to, `cursor=${cursor}`)), 400, 'INVALID_CURSOR');
  });

  it('finds by new words, and no longer by old ones, what was changed', async () => {
    const details = { name: 'Sul', origin: 'Sousas', destination: 'Jaguariúna', scheduledStart: DAY(3) };
    const before = (await api.client.get<RouteView>(`/api/routes/${routes[3]}`)).body;
    await api.client.put(`/api/routes/${routes[3]}`, details);
    expect([await listed('q=jaguar'), await listed('q=proenca')]).toEqual(['3', '']);
    const { name, origin, destination, scheduledStart } = before;
    await api.client.put(`/api/routes/${routes[3]}`, { name, origin, destination, scheduledStart });
    expect([await listed('q=jaguar'), await listed('q=proenca')]).toEqual(['', '3']);
  });

  // One engine's plan is enough to read; the other has the same indexes.
  (onSqlServer ? it.skip : it).each([
    ['', 'USING INDEX IX_Routes_ScheduledStart'],
    ['status=Active', 'USING INDEX IX_Routes_Status_ScheduledStart (Status=?'],
    [`from=${DAY(1)}`, 'USING INDEX IX_Routes_ScheduledStart'],
  ])('with %j enters its index, at the cursor', async (query, expected) => {
    const database = api.app.get(ReadDatabase, { strict: false });
    const path = `/api/routes?${query}`;
    const cursor = await cursorOf(api.client, path);
    const asked = jest.spyOn(database, 'query');
    await api.client.get(join(path, `cursor=${cursor}`));
    const [sql, parameters] = asked.mock.calls.find(([text]) => text.includes('FROM Routes'))!;
    asked.mockRestore();
    const plan = await database.query<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters);
    const details = plan.map(({ detail }) => detail);
    expect(details.filter((one) => one.startsWith('SEARCH Routes') && one.includes(expected))).toHaveLength(1);
    expect(details.filter((one) => one.startsWith('SCAN') || one.includes('TEMP B-TREE'))).toEqual([]);
  });
});

describe('of the routes a driver', () => {
  it('sees those alone on which a delivery is assigned to him, each once', async () => {
    expect(await listed('', mine)).toBe('4 1 0');
    expect(await listed('sort=scheduledStart', mine)).toBe('0 1 4');
    expect(await listed('', others)).toBe('2');
    expect(await listed('status=Planning', mine)).toBe('');
    expect(await listed('q=centro', mine)).toBe('1 0');
    expect(await listed(`from=${DAY(2)}`, mine)).toBe('4 1');
    const pages = await readPages<RouteView>(mine, '/api/routes', 1);
    expect(inOrder(pages.flat().map(({ id }) => id))).toBe('4 1 0');
  });

  it('reads those alone, their pasts and their histories', async () => {
    const asOf = `?asOf=${new Date().toISOString()}`;
    for (const path of ['', '/history', asOf]) {
      expect((await mine.get(`/api/routes/${routes[0]}${path}`)).status).toBe(200);
      expectProblem(await others.get(`/api/routes/${routes[0]}${path}`), 404, 'ROUTE_NOT_FOUND');
      expectProblem(await mine.get(`/api/routes/${routes[3]}${path}`), 404, 'ROUTE_NOT_FOUND');
    }
  });

  it('plans and changes none, and does not see how those of others stand', async () => {
    for (const answer of [
      await mine.post('/api/routes', {}),
      await mine.put(`/api/routes/${routes[0]}`, {}),
      await mine.post(`/api/routes/${routes[0]}/complete`),
      await mine.delete(`/api/routes/${routes[0]}/checkpoints/1`),
      await mine.get('/api/routes/overview'),
    ]) {
      expectProblem(answer, 403, 'FORBIDDEN');
    }
  });

  it('has cursors that are good for nobody else', async () => {
    const [ofMe, ofAdmin] = [await cursorOf(mine, '/api/routes'), await cursorOf(api.client, '/api/routes')];
    for (const [client, cursor] of [
      [mine, ofAdmin],
      [others, ofMe],
      [api.client, ofMe],
    ] as const) {
      expectProblem(await client.get(`/api/routes?cursor=${cursor}`), 400, 'INVALID_CURSOR');
    }
  });
});
