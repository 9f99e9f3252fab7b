import { randomUUID } from 'node:crypto';
import { AuditEntry } from '@fleet/application/audit/audit-entry.view';
import { RouteView } from '@fleet/application/routes/route.view';
import { Callers } from './support/callers';
import { Fleet } from './support/fleet';
import { readPages } from './support/lists';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let fleet: Fleet;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
});
afterAll(() => api.stop());

const stop = { location: 'Last', expectedAt: '2026-03-02T11:00:00.000Z' };
const before = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();
const asOf = (id: string, instant: string, headers = {}) =>
  api.client.get<RouteView>(`/api/routes/${id}?asOf=${instant}`, headers);

/** Once the clock has moved on, so that what happened before and what happens next are told apart. */
async function tick(): Promise<void> {
  for (const now = Date.now(); Date.now() <= now;) await new Promise((resolve) => setImmediate(resolve));
}

/** What a route has been, from its planning to its end. */
async function lifeOf(id: string): Promise<RouteView[]> {
  const path = `/api/routes/${id}`;
  const details = { name: 'Sul', origin: 'A', destination: 'B', scheduledStart: '2026-03-02T07:00:00.000Z' };
  const steps = [
    () => api.client.put(path, details),
    () => api.client.post(`${path}/checkpoints`, stop),
    () => api.client.delete(`${path}/checkpoints/1`),
    () => api.client.post(`${path}/activate`),
    () => api.client.post(`${path}/complete`),
  ];
  const seen = [(await api.client.get<RouteView>(path)).body];
  for (const step of steps) {
    await tick();
    seen.push((await step()).body as unknown as RouteView);
  }
  return seen;
}

describe('a route as of an instant', () => {
  it('is what it looked like then', async () => {
    const { id, createdAt } = await fleet.route();
    const seen = await lifeOf(id);
    expect(seen.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const [index, state] of seen.entries()) {
      expect((await asOf(id, state.updatedAt)).body).toEqual(state);
      if (index > 0) expect((await asOf(id, before(state.updatedAt))).body).toEqual(seen[index - 1]);
    }
    expectProblem(await asOf(id, before(createdAt)), 404, 'ROUTE_NOT_FOUND');
    expectProblem(await asOf(randomUUID(), createdAt), 404, 'ROUTE_NOT_FOUND');
  });

  it('is no version of it: it has no ETag and is sent whatever the client has', async () => {
    const { id, updatedAt } = await fleet.route();
    const answer = await asOf(id, updatedAt, { 'If-None-Match': '"1"' });
    expect([answer.status, answer.headers.has('etag')]).toEqual([200, false]);
  });

  it.each(['2999-01-01', 'yesterday', '2020-01-01&asOf=2021-01-01'])('%s is refused', async (instant) => {
    expectFaultsOf(await asOf((await fleet.route()).id, instant), 'asOf');
  });
});

describe('the history of a route', () => {
  const pagesOf = (id: string, limit: number) => readPages<AuditEntry>(api.client, `/api/routes/${id}/history`, limit);

  it('tells what has happened, the latest first, page by page', async () => {
    const { id } = await fleet.route();
    const [, , extended, shortened] = await lifeOf(id);
    const pages = await pagesOf(id, 4);
    expect(pages.map((page) => page.map(({ version }) => version))).toEqual([[6, 5, 4, 3], [2, 1]]); // prettier-ignore
    const [completed, activated, removed] = pages[0]!;
    expect(completed).toMatchObject({ entity: 'Route', entityId: id, action: 'RouteCompleted' });
    expect(completed!.changes[0]).toEqual({ field: 'status', before: 'Active', after: 'Completed', erased: false });
    expect(activated).toMatchObject({ action: 'RouteActivated' });
    expect(removed!.changes).toEqual([
      { field: 'checkpoints', before: extended!.checkpoints, after: shortened!.checkpoints, erased: false },
    ]);
    expect(pages[1]!.map(({ action }) => action)).toEqual(['RouteDetailsChanged', 'RoutePlanned']);
  });

  it('has the addresses of clients for whoever may read the audit alone', async () => {
    const { id } = await fleet.route();
    const callers = new Callers(api.client);
    const address = expect.stringMatching(/127\.0\.0\.1$/) as string;
    for (const [reader, shown] of [
      [api.client, address],
      [await callers.service('routes:read', 'audit:read'), address],
      [await callers.service('routes:read'), null],
      [await callers.manager(), null],
    ] as const) {
      const { body } = await reader.get<{ items: AuditEntry[] }>(`/api/routes/${id}/history`);
      expect(body.items).toMatchObject([{ version: 1, address: shown }]);
    }
  });

  it('is that of a route alone', async () => {
    const { id } = await fleet.vehicle();
    for (const none of [id, randomUUID()]) {
      expectProblem(await api.client.get(`/api/routes/${none}/history`), 404, 'ROUTE_NOT_FOUND');
    }
    expectFaultsOf(await api.client.get('/api/routes/7/history'), 'id');
  });

  it('is found in the audit too', async () => {
    const { id } = await fleet.route();
    const { body } = await api.client.get<{ items: AuditEntry[] }>(`/api/audit?entity=Route&entityId=${id}`);
    expect(body.items).toMatchObject([{ action: 'RoutePlanned' }]);
  });
});
