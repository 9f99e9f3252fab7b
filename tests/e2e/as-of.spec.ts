import { randomUUID } from 'node:crypto';
import { AuditEntry } from '@fleet/application/audit/audit-entry.view';
import { Page } from '@fleet/application/shared/page';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { Fleet } from './support/fleet';
import { expectFaultsOf, expectProblem } from './support/problems';
import { insertRow, ROWS } from './support/rows';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let fleet: Fleet;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
});
afterAll(() => api.stop());

/** Once the clock has moved on, so that what happened before and what happens next are told apart. */
async function tick(): Promise<void> {
  for (const now = Date.now(); Date.now() <= now;) await new Promise((resolve) => setImmediate(resolve));
}

const asOf = (path: string, instant: string, headers = {}) => api.client.get(`/api/${path}?asOf=${instant}`, headers);

/** A moment before an instant. */
const before = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();

interface Versioned {
  readonly version: number;
  readonly updatedAt: string;
}

/** Does one thing after the other, and what was seen after each is what is seen as of that instant. */
async function mustBeRebuilt(path: string, steps: (() => Promise<unknown>)[]): Promise<Versioned[]> {
  const seen: Versioned[] = [];
  for (const step of [async () => undefined, ...steps]) {
    await tick();
    await step();
    seen.push((await api.client.get<Versioned>(`/api/${path}`)).body);
  }
  for (const [index, state] of seen.entries()) {
    expect((await asOf(path, state.updatedAt)).body).toEqual(state);
    if (index > 0) expect((await asOf(path, before(state.updatedAt))).body).toEqual(seen[index - 1]);
  }
  return seen;
}

describe('a state as of an instant', () => {
  it('is what a vehicle looked like then, whatever has happened to it', async () => {
    const { id } = await fleet.vehicle({ mileage: 10 });
    const details = { model: 'Fiat Uno', year: 2021, mileage: 20 };
    let trip: { id: string };
    const seen = await mustBeRebuilt(`vehicles/${id}`, [
      () => api.client.put(`/api/vehicles/${id}`, details),
      async () => (trip = await fleet.trip({ vehicleId: id })),
      () => api.client.post(`/api/trips/end/${trip.id}`, { distance: 5 }),
      () => api.client.post('/api/maintenance/start', { vehicleId: id }),
      () => {
        const date = new Date().toISOString();
        return api.client.post('/api/maintenance', { vehicleId: id, date, description: 'Oil', cost: 9.5 });
      },
    ]);
    expect(seen.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is what a driver looked like then', async () => {
    const { id, licenseNumber } = await fleet.driver({ name: 'Ana Souza' });
    let trip: { id: string };
    const seen = await mustBeRebuilt(`drivers/${id}`, [
      () => api.client.put(`/api/drivers/${id}`, { name: 'Ana Lima', licenseNumber, phone: '1198765433' }),
      async () => (trip = await fleet.trip({ driverId: id })),
      () => api.client.post(`/api/trips/end/${trip.id}`, { distance: 5 }),
      () => api.client.post(`/api/drivers/${id}/deactivate`),
      () => api.client.post(`/api/drivers/${id}/activate`),
    ]);
    expect(seen.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it.each([
    ['vehicles', () => fleet.vehicle(), 'VEHICLE_NOT_FOUND'],
    ['drivers', () => fleet.driver(), 'DRIVER_NOT_FOUND'],
  ])('of %s is not found before there was one, nor after the deletion', async (path, create, code) => {
    const { id, createdAt } = await create();
    await tick();
    expect((await api.client.delete(`/api/${path}/${id}`)).status).toBe(204);
    expectProblem(await asOf(`${path}/${id}`, before(createdAt)), 404, code);
    expect((await asOf(`${path}/${id}`, createdAt)).status).toBe(200);
    expectProblem(await asOf(`${path}/${id}`, new Date().toISOString()), 404, code);
    expectProblem(await asOf(`${path}/${randomUUID()}`, createdAt), 404, code);
  });

  it('is no version of the resource: it has no ETag and is sent whatever the client has', async () => {
    const vehicle = await fleet.vehicle();
    const { driverId } = await fleet.trip();
    const driver = await fleet.getDriver(driverId);
    for (const [path, { updatedAt, version }] of Object.entries({
      [`vehicles/${vehicle.id}`]: vehicle,
      [`drivers/${driver.id}`]: driver,
    })) {
      const answer = await asOf(path, updatedAt, { 'If-None-Match': `"${version}"` });
      expect([answer.status, answer.headers.has('etag')]).toEqual([200, false]);
      const present = await api.client.get(`/api/${path}?asOf=`, { 'If-None-Match': `"${version}"` });
      expect([present.status, present.headers.get('etag')]).toEqual([304, `"${version}"`]);
    }
  });

  it.each(['2999-01-01', 'yesterday', '2020-01-01T00:00:00', '2020-01-01&asOf=2021-01-01'])(
    '%s is refused',
    async (instant) => {
      const { vehicleId, driverId } = await fleet.trip();
      for (const path of [`vehicles/${vehicleId}`, `drivers/${driverId}`]) {
        expectFaultsOf(await asOf(path, instant), 'asOf');
      }
    },
  );

  it('is rebuilt from 1,200 events, and the event loop has its turns meanwhile', async () => {
    const { id } = await fleet.vehicle();
    const { writer } = api.app.get(Database, { strict: false });
    const at = (version: number) => new Date(Date.now() - 1_300 + version).toISOString();
    for (let version = 2; version <= 1_200; version++) {
      const event = { StreamId: id, StreamVersion: version, OccurredAt: at(version), Type: 'VehicleDetailsChanged' };
      await insertRow(writer, 'EventLog', { ...ROWS.EventLog!(), ...event, Payload: `{"mileage":${version}}` });
    }
    await tick();
    const now = new Date(Date.now() - 1).toISOString();
    let turns = 0;
    const counting = setInterval(() => turns++, 0);
    const { body } = await asOf(`vehicles/${id}`, now);
    clearInterval(counting);
    expect(body).toMatchObject({ id, mileage: 1_200, version: 1_200, status: 'Available' });
    expect(turns).toBeGreaterThan(1);
    const { body: page } = await api.client.get<Page<AuditEntry>>(`/api/vehicles/${id}/history?limit=1`);
    expect(page.items[0]).toMatchObject({ version: 1_200 });
  });
});
