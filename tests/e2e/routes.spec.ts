import { randomUUID } from 'node:crypto';
import { RouteView } from '@fleet/application/routes/route.view';
import { Deliveries } from './support/deliveries';
import { eventsOf } from './support/event-log';
import { Fleet } from './support/fleet';
import { expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let fleet: Fleet;
let deliveries: Deliveries;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
  deliveries = new Deliveries(api.app);
});
afterAll(() => api.stop());

const DETAILS = { name: 'Sul', origin: 'A', destination: 'B', scheduledStart: '2026-03-02T08:00:00.000Z' };
const at = (time: string) => `2026-03-02T${time}:00.000Z`;
const read = async (id: string) => (await api.client.get<RouteView>(`/api/routes/${id}`)).body;
const act = (id: string, action: string, headers = {}) =>
  api.client.post<RouteView>(`/api/routes/${id}/${action}`, undefined, headers);

/** A route in each status. */
const IN: Record<string, () => Promise<RouteView>> = {
  Planning: () => fleet.route(),
  Active: () => fleet.activeRoute(),
  Completed: async () => (await act((await fleet.activeRoute()).id, 'complete')).body,
  Cancelled: async () => (await act((await fleet.route()).id, 'cancel')).body,
};

describe('POST /api/routes', () => {
  it('plans a route with its checkpoints, wherever the zone of an instant is', async () => {
    const window = { earliest: at('08:30'), latest: at('09:30') };
    const checkpoints = [
      { sequence: 2, location: 'Second', expectedAt: at('10:00'), earliest: null },
      { sequence: 1, location: ' First ', expectedAt: '2026-03-02T06:00:00-03:00', latitude: -90, longitude: 180, ...window },
    ]; // prettier-ignore
    const { status, body, headers } = await api.client.post<RouteView>('/api/routes', { ...DETAILS, checkpoints });
    expect([status, headers.get('location'), headers.get('etag')]).toEqual([201, `/api/routes/${body.id}`, '"1"']);
    const nothing = { latitude: null, longitude: null, earliest: null, latest: null };
    expect(body).toEqual({
      ...DETAILS,
      id: body.id,
      scheduledEnd: at('10:00'),
      status: 'Planning',
      checkpoints: [
        { sequence: 1, location: 'First', expectedAt: at('09:00'), latitude: -90, longitude: 180, ...window },
        { sequence: 2, location: 'Second', expectedAt: at('10:00'), ...nothing },
      ],
      activatedAt: null,
      endedAt: null,
      version: 1,
      createdAt: body.createdAt,
      updatedAt: body.createdAt,
    });
    expect(await read(body.id)).toEqual(body);
  });

  it('plans one without, and writes what has happened', async () => {
    const { status, body } = await api.client.post<RouteView>('/api/routes', { ...DETAILS, checkpoints: null });
    expect([status, body.checkpoints, body.scheduledEnd]).toEqual([201, [], null]);
    const events = await eventsOf(api, body.id);
    const payload = { ...DETAILS, scheduledEnd: null, checkpoints: [], status: 'Planning' };
    expect(events).toMatchObject([{ stream: 'Route', version: 1, type: 'RoutePlanned', payload }]);
  });

  it('refuses what is out of order', async () => {
    const checkpoints = [{ location: 'First', expectedAt: at('08:00') }];
    expectProblem(await api.client.post('/api/routes', { ...DETAILS, checkpoints }), 400, 'CHECKPOINT_OUT_OF_ORDER');
  });

  it('plans once, however often it is sent with the same key', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const first = await api.client.post<RouteView>('/api/routes', DETAILS, key);
    const again = await api.client.post<RouteView>('/api/routes', DETAILS, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
  });
});

describe('GET /api/routes/{id}', () => {
  it('has an ETag, and answers 304 to whoever has that version', async () => {
    const { id } = await fleet.activeRoute();
    const { headers } = await api.client.get(`/api/routes/${id}`);
    expect(headers.get('etag')).toBe('"2"');
    expect((await api.client.get(`/api/routes/${id}`, { 'If-None-Match': '"2"' })).status).toBe(304);
    expect((await api.client.get(`/api/routes/${id}`, { 'If-None-Match': '"1"' })).status).toBe(200);
  });
});

describe('PUT /api/routes/{id}', () => {
  it('replaces the details and leaves the checkpoints', async () => {
    const route = await fleet.route();
    const details = { ...DETAILS, name: ' Oeste ', scheduledStart: at('08:30') };
    const { status, body, headers } = await api.client.put<RouteView>(`/api/routes/${route.id}`, details);
    expect([status, headers.get('etag')]).toEqual([200, '"2"']);
    expect(body).toEqual({ ...route, ...details, name: 'Oeste', version: 2, updatedAt: body.updatedAt });
    expect(await read(route.id)).toEqual(body);
    const again = await api.client.put<RouteView>(`/api/routes/${route.id}`, details);
    expect(again.body).toEqual(body);
  });

  it('leaves the start before the first checkpoint', async () => {
    const { id } = await fleet.route();
    const late = { ...DETAILS, scheduledStart: at('09:00') };
    expectProblem(await api.client.put(`/api/routes/${id}`, late), 400, 'CHECKPOINT_OUT_OF_ORDER');
  });

  it.each(['Active', 'Completed', 'Cancelled'])('is refused once the route is %s', async (status) => {
    const { id } = await IN[status]!();
    expectProblem(await api.client.put(`/api/routes/${id}`, DETAILS), 400, 'ROUTE_NOT_IN_PLANNING');
  });
});

describe('a route', () => {
  it.each([
    ['Planning', 'activate', 'Active', 'activatedAt'],
    ['Planning', 'cancel', 'Cancelled', 'endedAt'],
    ['Active', 'complete', 'Completed', 'endedAt'],
    ['Active', 'cancel', 'Cancelled', 'endedAt'],
  ])('that is %s can be told to %s, and is %s', async (from, action, to, moment) => {
    const before = await IN[from]!();
    const { status, body, headers } = await act(before.id, action);
    const version = before.version + 1;
    expect([status, headers.get('etag')]).toEqual([200, `"${version}"`]);
    expect(body).toEqual({ ...before, status: to, version, [moment]: body.updatedAt, updatedAt: body.updatedAt });
    expect(await read(before.id)).toEqual(body);
  });

  it.each([
    ['Planning', 'complete', 'ROUTE_NOT_ACTIVE'],
    ['Active', 'activate', 'ROUTE_NOT_IN_PLANNING'],
    ['Completed', 'activate', 'ROUTE_NOT_IN_PLANNING'],
    ['Completed', 'complete', 'ROUTE_NOT_ACTIVE'],
    ['Completed', 'cancel', 'ROUTE_ALREADY_ENDED'],
    ['Cancelled', 'activate', 'ROUTE_NOT_IN_PLANNING'],
    ['Cancelled', 'complete', 'ROUTE_NOT_ACTIVE'],
    ['Cancelled', 'cancel', 'ROUTE_ALREADY_ENDED'],
  ])('that is %s cannot be told to %s: %s', async (from, action, code) => {
    const before = await IN[from]!();
    expectProblem(await act(before.id, action), 400, code);
    expect(await read(before.id)).toEqual(before);
  });

  it('without checkpoints is not activated', async () => {
    const { id } = await fleet.route({ checkpoints: [] });
    expectProblem(await act(id, 'activate'), 400, 'ROUTE_HAS_NO_CHECKPOINTS');
  });

  it.each(['complete', 'cancel'])('waits with %s until none of its deliveries is open', async (action) => {
    const { id } = await fleet.activeRoute();
    const [{ id: vehicleId }, { id: driverId }] = [await fleet.vehicle(), await fleet.driver()];
    const waiting = await deliveries.add(id);
    const onRoad = await deliveries.add(id, { vehicleId, driverId }, (one) =>
      one.goInTransit(randomUUID(), new Date()),
    );
    const over = async (delivery: { id: string }) => {
      const found = (await deliveries.repository.find(delivery.id))!;
      found.cancel({ reason: 'CustomerRequest' }, new Date());
      await deliveries.repository.update(found);
    };
    for (const delivery of [waiting, onRoad]) {
      expectProblem(await act(id, action), 409, 'ROUTE_HAS_OPEN_DELIVERIES');
      await deliveries.run(() => over(delivery));
    }
    expect((await act(id, action)).status).toBe(200);
  });
});

describe('every change of a route', () => {
  const stop = { location: 'Last', expectedAt: at('11:00') };
  const CHANGES: [string, string, string, object | undefined][] = [
    ['PUT', '', 'Planning', DETAILS],
    ['POST', '/checkpoints', 'Planning', stop],
    ['PUT', '/checkpoints', 'Planning', { checkpoints: [stop] }],
    ['PUT', '/checkpoints/2', 'Planning', stop],
    ['DELETE', '/checkpoints/1', 'Planning', undefined],
    ['POST', '/activate', 'Planning', undefined],
    ['POST', '/complete', 'Active', undefined],
    ['POST', '/cancel', 'Active', undefined],
  ];

  it.each(CHANGES)('%s %s is made for the version that is named alone', async (method, path, status, body) => {
    const { id, version } = await IN[status]!();
    const send = (route: string, match: string) =>
      api.client.send<RouteView>(method, `/api/routes/${route}${path}`, body, { 'If-Match': match });
    expectProblem(await send(id, `"${version + 1}"`), 412, 'VERSION_MISMATCH');
    expectProblem(await send(randomUUID(), '"9"'), 404, 'ROUTE_NOT_FOUND');
    expectProblem(await send(id, 'x'), 400, 'VALIDATION_FAILED');
    expect(await read(id)).toMatchObject({ version });
    const done = await send(id.toUpperCase(), `"${version}"`);
    expect([done.status, done.headers.get('etag'), done.body.id]).toEqual([200, `"${version + 1}"`, id]);
  });

  it('cannot be its deletion', async () => {
    const { id } = await fleet.route();
    expectProblem(await api.client.delete(`/api/routes/${id}`), 405, 'METHOD_NOT_ALLOWED');
  });
});
