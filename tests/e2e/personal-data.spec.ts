import { DriverView } from '@fleet/application/drivers/driver.view';
import { Page } from '@fleet/application/shared/page';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { SqliteDatabase } from '@fleet/infrastructure/shared/database/sqlite-driver';
import { EventReader, StoredEvent } from '@fleet/infrastructure/shared/personal-data/event-reader';
import { Fleet } from './support/fleet';
import { listedIds } from './support/lists';
import { expectProblem } from './support/problems';
import { until } from './support/server-process';
import { storedText } from './support/stored-text';
import { startTestApi, TestApi } from './support/test-api';
import { onSqlServer } from './support/test-database';

/** Stand in whatever is somebody's own. */
const MARK = 'Xyzzyvá';
const PHONE = '+55 (11) 97531-8642';
const MARKED = /xyzzyv|97531-8642/i;

let api: TestApi;
let fleet: Fleet;
beforeAll(async () => {
  api = await startTestApi({ LOG_LEVEL: 'trace' });
  fleet = new Fleet(api.client);
});
afterAll(() => api.stop());

let count = 0;
const own = () => ({ name: `${MARK} Souza`, licenseNumber: `${MARK}-${++count}`, phone: PHONE });
const marked = () => fleet.driver(own());
const post = (id: string, action: string) => api.client.post<DriverView>(`/api/drivers/${id}/${action}`);
const writer = () => api.app.get(Database, { strict: false }).writer;
const stored = () => storedText(api.databaseUrl, writer());

/** What the database has of a person that only keys keep from being read. */
async function sealedOf(id: string): Promise<string[]> {
  const [row] = await writer().query<Record<string, string>[]>(
    `SELECT Name, LicenseNumber, LicenseNumberKey, Phone FROM Drivers WHERE Id = '${id}'`,
  );
  return [...Object.values(row!), (await wrappedKeyOf(id))!];
}

async function wrappedKeyOf(id: string): Promise<string | undefined> {
  const rows = await writer().query<{ WrappedKey: string }[]>(
    `SELECT WrappedKey FROM PersonKeys WHERE PersonId = '${id}'`,
  );
  return rows[0]?.WrappedKey;
}

function readEvents(id: string) {
  const sql = `SELECT EventId AS "eventId", Stream AS "stream", StreamId AS "streamId", Type AS "type",
    SchemaVersion AS "schemaVersion", Payload AS "payload",
    Previous AS "previous" FROM EventLog WHERE StreamId = '${id}' ORDER BY Sequence`;
  const rows = api.app.get(Database, { strict: false }).reader.query<StoredEvent>(sql, []);
  return rows.then((events) => api.app.get(EventReader, { strict: false }).read(events));
}

describe('what is kept', () => {
  it('shows nothing of a person, whatever was done: neither the database nor the log', async () => {
    const { id } = await marked();
    await api.client.put(`/api/drivers/${id}`, own());
    await api.client.put(`/api/drivers/${id}`, { ...own(), phone: `${PHONE} ext` });
    await api.client.post('/api/drivers', { ...own(), licenseNumber: `${MARK}-${count}` });
    for (const path of [
      'available',
      `?q=${MARK}`,
      `?licenseNumber=${MARK}-${count}`,
      id,
      `?limit=1&q=${MARK}%20souza`,
    ]) {
      const { status } = await api.client.get(`/api/drivers${/^\?/.test(path) ? path : `/${path}`}`);
      expect(status).toBe(200);
    }
    await fleet.endedTrip({ driverId: id });
    for (const action of ['deactivate', 'activate', 'erase', 'erase', 'activate']) await post(id, action);
    await api.client.delete(`/api/drivers/${(await marked()).id}`);
    await marked();
    await api.client.get('/health', { 'X-Request-Id': 'last' });
    await until(
      async () => api.logs.some(({ requestId }) => requestId === 'last'),
      () => 'The last request is not in the log.',
    );

    expect(api.logs.length).toBeGreaterThan(10);
    expect(api.logs.filter((line) => MARKED.test(JSON.stringify(line)))).toEqual([]);
    const text = await stored();
    expect(text).toMatch(/v1:[\w-]+:/);
    expect(MARKED.exec(text)).toBeNull();
  });

  it('says in the event log what was and what is, to whoever has the key', async () => {
    const first = own();
    const { id } = await fleet.driver(first);
    await api.client.put(`/api/drivers/${id}`, { ...first, name: `${MARK} Lima` });
    const [registered, changed] = await readEvents(id);
    expect(registered).toMatchObject({ payload: { ...first, active: true }, previous: null, erased: [] });
    expect(changed).toMatchObject({ payload: { name: `${MARK} Lima` }, previous: { name: first.name }, erased: [] });
  });
});

describe('POST /api/drivers/{id}/erase', () => {
  it('forgets the person and keeps the driver', async () => {
    const driver = await marked();
    const { status, body, headers } = await post(driver.id, 'erase');
    expect([status, headers.get('etag')]).toEqual([200, '"2"']);
    expect(body).toEqual({
      ...driver,
      name: null,
      licenseNumber: null,
      phone: null,
      active: false,
      available: false,
      erasedAt: body.updatedAt,
      version: 2,
      updatedAt: expect.any(String) as string,
    });
    expect(body.erasedAt).not.toBeNull();
    expect(await fleet.getDriver(driver.id)).toEqual(body);
  });

  it('changes nothing the second time', async () => {
    const { id } = await marked();
    const first = await post(id, 'erase');
    const second = await post(id, 'erase');
    expect([second.status, second.body]).toEqual([200, first.body]);
    expect(await readEvents(id)).toHaveLength(2);
  });

  it('frees the licence number, and is found by no word and no number any more', async () => {
    const { id, licenseNumber } = await fleet.driver({ ...own(), name: 'Quetzalcoatl' });
    expect(await listedIds(api.client, '/api/drivers?q=quetzal')).toEqual([id]);
    await post(id, 'erase');
    expect(await listedIds(api.client, '/api/drivers?q=quetzal')).toEqual([]);
    expect(await listedIds(api.client, `/api/drivers?licenseNumber=${licenseNumber}`)).toEqual([]);
    expect(await listedIds(api.client, '/api/drivers?active=false')).toContain(id);
    await fleet.driver({ licenseNumber });
    await post((await marked()).id, 'erase');
  });

  it('is refused on a trip, and leaves trips that have ended as they are', async () => {
    const trip = await fleet.trip({ driverId: (await marked()).id });
    expectProblem(await post(trip.driverId, 'erase'), 400, 'DRIVER_ON_TRIP');
    expect((await fleet.getDriver(trip.driverId)).name).toBe(`${MARK} Souza`);
    const { body: ended } = await api.client.post(`/api/trips/end/${trip.id}`, { distance: 7 });
    expect((await post(trip.driverId, 'erase')).status).toBe(200);
    expect((await api.client.get(`/api/trips/${trip.id}`)).body).toEqual(ended);
    expectProblem(await api.client.delete(`/api/drivers/${trip.driverId}`), 409, 'DRIVER_HAS_TRIPS');
  });

  it('lets nobody change, activate or send out the driver', async () => {
    const { id } = await marked();
    const { body: erased } = await post(id, 'erase');
    expectProblem(await api.client.put(`/api/drivers/${id}`, own()), 409, 'DRIVER_ERASED');
    expectProblem(await post(id, 'activate'), 409, 'DRIVER_ERASED');
    const vehicleId = (await fleet.vehicle()).id;
    const start = { vehicleId, driverId: id, route: 'Centro' };
    expectProblem(await api.client.post('/api/trips/start', start), 400, 'DRIVER_NOT_AVAILABLE');
    expect((await post(id, 'deactivate')).body).toEqual(erased);
    expect((await api.client.delete(`/api/drivers/${id}`)).status).toBe(204);
  });

  it('disappears from the list of available drivers at once', async () => {
    const { id } = await marked();
    const available = async () =>
      (await api.client.get<Page<DriverView>>('/api/drivers/available?limit=200')).body.items.map(
        (driver) => driver.id,
      );
    expect(await available()).toContain(id);
    await post(id, 'erase');
    expect(await available()).not.toContain(id);
  });

  it('leaves the events, which say nothing of the person and say so', async () => {
    const first = own();
    const { id } = await fleet.driver(first);
    await api.client.put(`/api/drivers/${id}`, { ...first, name: `${MARK} Lima` });
    await post(id, 'erase');
    const nothing = { name: null, licenseNumber: null, phone: null };
    expect(await readEvents(id)).toMatchObject([
      { type: 'DriverRegistered', payload: { ...nothing, active: true }, previous: null, erased: Object.keys(nothing) },
      { type: 'DriverDetailsChanged', payload: { name: null }, previous: { name: null }, erased: ['name'] },
      { type: 'DriverErased', payload: { active: false, available: false }, previous: { active: true }, erased: [] },
    ]);
  });

  it('is one or the other when somebody changes the driver at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      const { id } = await marked();
      const [change, erasure] = await Promise.all([
        api.client.put(`/api/drivers/${id}`, own(), round % 2 ? { 'If-Match': '"1"' } : {}),
        post(id, 'erase'),
      ]);
      expect([200, 409, 412]).toContain(change.status);
      expect(erasure.status).toBe(200);
      expect(await wrappedKeyOf(id)).toBeUndefined();
      expect((await fleet.getDriver(id)).name).toBeNull();
    }
  });
});

describe('the key of a person', () => {
  it('goes with a driver who is deleted', async () => {
    const { id } = await marked();
    const key = (await wrappedKeyOf(id))!;
    await api.client.delete(`/api/drivers/${id}`);
    expect(await wrappedKeyOf(id)).toBeUndefined();
    expect(await stored()).not.toContain(key);
  });

  it('is gone from the files, as is all that it sealed and all that the row had, and others keep theirs', async () => {
    // Enough for pages of keys to be split, and to be joined again.
    const people: DriverView[] = [];
    while (people.length < 120) people.push(await marked());
    const sealed = new Map<string, string[]>();
    for (const { id } of people) sealed.set(id, await sealedOf(id));
    const [erased, kept] = [people.filter((_, index) => index % 8 !== 0), people.filter((_, index) => index % 8 === 0)];
    for (const { id } of erased) expect((await post(id, 'erase')).status).toBe(200);
    const text = await stored();
    expect(erased.filter(({ id }) => sealed.get(id)!.some((value) => text.includes(value)))).toEqual([]);
    expect(kept.filter(({ id }) => !sealed.get(id)!.every((value) => text.includes(value)))).toEqual([]);
  });

  // A server has no write-ahead log that a client could hold up.
  (onSqlServer ? it.skip : it)('goes even while another process reads, and is wiped once that is done', async () => {
    const { id } = await marked();
    const key = (await wrappedKeyOf(id))!;
    const other = new SqliteDatabase(api.databaseUrl.slice('file:'.length), { readonly: true });
    other.exec('BEGIN');
    other.prepare('SELECT COUNT(*) FROM Drivers').get();
    expect((await post(id, 'erase')).body.name).toBeNull();
    expect(await wrappedKeyOf(id)).toBeUndefined();
    await until(
      async () => api.logs.some(({ msg }) => /write-ahead log could not be emptied/.test(String(msg))),
      () => 'The log does not tell of it.',
    );
    other.exec('COMMIT');
    other.close();
    // The next erasure empties the log of everybody's.
    await post((await marked()).id, 'erase');
    expect(await stored()).not.toContain(key);
  });
});
