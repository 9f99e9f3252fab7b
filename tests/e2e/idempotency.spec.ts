import { randomUUID } from 'node:crypto';
import { DriverView } from '@fleet/application/drivers/driver.view';
import { TripView } from '@fleet/application/trips/trip.view';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { NO_KEY_EXTENSION } from '@fleet/api/http/idempotency/idempotent';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { Answer } from './support/client';
import { eventsOf } from './support/event-log';
import { Fleet } from './support/fleet';
import { openApiFile, Operation, operationsOf, resolve, Response } from './support/openapi';
import { expectFaultsOf, expectProblem } from './support/problems';
import { rawRequest, sendRaw } from './support/raw-http';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let fleet: Fleet;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
});
afterAll(() => api.stop());

let plates = 0;
const newVehicle = () => ({ plate: `I-${++plates}`, model: 'Fiat Uno', year: 2020 });
const post = <B = Record<string, unknown>>(path: string, body?: unknown, key: string = randomUUID()) =>
  api.client.post<B>(path, body, { 'Idempotency-Key': key });
const replayed = ({ headers }: Answer<unknown>) => headers.get('idempotency-replayed');

/** What a client can tell two answers apart by, beside the id of the request. */
const seen = ({ status, text, headers }: Answer<unknown>) => ({
  status,
  text,
  ...Object.fromEntries(['content-type', 'etag', 'location'].map((name) => [name, headers.get(name)])),
});

const keysInTheDatabase = async () => {
  const rows = await api.app.get(Database, { strict: false }).writer.query<unknown[]>('SELECT Id FROM IdempotencyKeys');
  return rows.length;
};

describe('a POST with a key that is sent again', () => {
  it('is answered as the first time, byte for byte and with the same headers, and done once', async () => {
    const [body, key] = [newVehicle(), randomUUID()];
    const first = await post<VehicleView>('/api/vehicles', body, key);
    expect([first.status, replayed(first), first.headers.get('etag')]).toEqual([201, null, '"1"']);
    expect(first.headers.get('location')).toBe(`/api/vehicles/${first.body.id}`);
    for (let repeat = 0; repeat < 3; repeat++) {
      const again = await post('/api/vehicles', body, key);
      expect(seen(again)).toEqual(seen(first));
      expect(replayed(again)).toBe('true');
      expect(again.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
    }
    expect(await eventsOf(api, first.body.id)).toHaveLength(1);
  });

  it('is answered as the first time when the resource has changed since, or is gone', async () => {
    const [body, key] = [newVehicle(), randomUUID()];
    const first = await post<VehicleView>('/api/vehicles', body, key);
    const path = `/api/vehicles/${first.body.id}`;
    await api.client.put(path, { model: 'Fiat Toro', year: 2021, mileage: 10 });
    expect(seen(await post('/api/vehicles', body, key))).toEqual(seen(first));
    await api.client.delete(path);
    expect(seen(await post('/api/vehicles', body, key))).toEqual(seen(first));
    expect((await api.client.get(path)).status).toBe(404);
  });

  it('does not start a second trip, and does not end one twice', async () => {
    const [vehicle, driver] = [await fleet.vehicle(), await fleet.driver()];
    const start = { vehicleId: vehicle.id, driverId: driver.id, route: 'Centro' };
    const [startKey, endKey] = [randomUUID(), randomUUID()];
    const started = await post<TripView>('/api/trips/start', start, startKey);
    const end = () => post(`/api/trips/end/${started.body.id}`, { distance: 12 }, endKey);
    const ended = await end();
    expect([started.status, ended.status]).toEqual([201, 200]);
    expect(seen(await end())).toEqual(seen(ended));
    expect(seen(await post('/api/trips/start', start, startKey))).toEqual(seen(started));
    expect((await fleet.getVehicle(vehicle.id)).mileage).toBe(12);
  });

  it('is the same whatever the order of its fields and the blanks between them', async () => {
    const [{ plate, model, year }, key] = [newVehicle(), randomUUID()];
    const first = await post('/api/vehicles', { plate, model, year }, key);
    const again = await post('/api/vehicles', `{ "year": ${year},\n "model": "${model}", "plate":"${plate}" }`, key);
    expect([seen(again), replayed(again)]).toEqual([seen(first), 'true']);
  });

  it('runs a check of the maintenance once, as long as it may take', async () => {
    const key = randomUUID();
    const first = await post('/api/maintenance/check', undefined, key);
    const again = await post('/api/maintenance/check', undefined, key);
    expect([first.status, seen(again), replayed(again)]).toEqual([200, seen(first), 'true']);
    const done = api.logs.filter(({ msg }) => String(msg).startsWith('MaintenanceCheckJob executado'));
    expect(done.map(({ requestId }) => requestId)).toEqual([first.headers.get('x-request-id')]);
  });

  it('tells caches of its change as any other does', async () => {
    const available = async () => (await api.client.get('/api/vehicles/available?limit=200')).text;
    await available();
    const { body } = await post<VehicleView>('/api/vehicles', newVehicle());
    expect(await available()).toContain(body.id);
  });
});

describe('a key that has named a request', () => {
  it.each<[string, (id: string) => [string, unknown]]>([
    ['body', () => ['/api/vehicles', newVehicle()]],
    ['query', () => ['/api/vehicles?x=1', undefined]],
    ['path', (id) => [`/api/drivers/${id}/deactivate`, undefined]],
  ])('does not name one with another %s', async (_, other) => {
    const key = randomUUID();
    const { id } = await fleet.driver();
    expect((await post(`/api/drivers/${id}/activate`, undefined, key)).status).toBe(200);
    const answer = await post(...other(id), key);
    expectProblem(answer, 422, 'IDEMPOTENCY_KEY_REUSED');
    expect((await fleet.getDriver(id)).active).toBe(true);
    expect((await post(`/api/drivers/${id}/activate`, undefined, key)).status).toBe(200);
  });

  it('does not name the same with a body instead of none', async () => {
    const key = randomUUID();
    await post('/api/maintenance/check', undefined, key);
    expectProblem(await post('/api/maintenance/check', {}, key), 422, 'IDEMPOTENCY_KEY_REUSED');
  });
});

describe('a refused request', () => {
  it('leaves no key, so that it is looked at anew', async () => {
    const before = await keysInTheDatabase();
    const [body, key] = [newVehicle(), randomUUID()];
    const { id } = await fleet.vehicle({ plate: body.plate });
    const refused: [string, unknown, string][] = [
      ['/api/vehicles', { ...body, year: '2020' }, 'VALIDATION_FAILED'],
      ['/api/vehicles', '{', 'MALFORMED_JSON'],
      ['/api/vehicles', body, 'PLATE_TAKEN'],
      [`/api/drivers/${randomUUID()}/activate`, undefined, 'DRIVER_NOT_FOUND'],
      ['/api/drivers/1/activate', undefined, 'VALIDATION_FAILED'],
    ];
    for (const [path, content, code] of refused) expect((await post(path, content, key)).body.code).toBe(code);
    expect(await keysInTheDatabase()).toBe(before);
    await api.client.delete(`/api/vehicles/${id}`);
    const done = await post('/api/vehicles', body, key);
    expect([done.status, replayed(done)]).toEqual([201, null]);
    expect(await keysInTheDatabase()).toBe(before + 1);
  });

  it('leaves none when If-Match names another version, either', async () => {
    const [{ id }, key] = [await fleet.driver(), randomUUID()];
    const deactivate = (version: string) =>
      api.client.post(`/api/drivers/${id}/deactivate`, undefined, { 'Idempotency-Key': key, 'If-Match': version });
    expectProblem(await deactivate('"2"'), 412, 'VERSION_MISMATCH');
    expect((await deactivate('"1"')).status).toBe(200);
  });
});

describe('the key', () => {
  const visible = Array.from({ length: 0x7e - 0x20 }, (_, index) => String.fromCharCode(0x21 + index)).join('');

  it.each([
    ['one character', '!'],
    ['every visible character', visible],
    ['255 characters', 'k'.repeat(255)],
  ])('may be %s', async (_, key) => {
    const body = newVehicle();
    const first = await post('/api/vehicles', body, key);
    expect(seen(await post('/api/vehicles', body, key))).toEqual(seen(first));
    expect(first.status).toBe(201);
  });

  it.each([
    ['empty', ''],
    ['256 characters', 'k'.repeat(256)],
    ['two words', 'two words'],
    ['with a tab', 'two\twords'],
    ['beyond ASCII', 'chave-é'],
  ])('may not be %s', async (_, key) => {
    const body = newVehicle();
    const json = JSON.stringify(body);
    const headers = [`Idempotency-Key: ${key}`, 'Content-Type: application/json', `Content-Length: ${json.length}`];
    const request = rawRequest('POST /api/vehicles', headers, json);
    expectFaultsOf(await sendRaw(api.client, request), 'Idempotency-Key');
    expect((await api.client.get(`/api/vehicles?plate=${body.plate}`)).body.items).toEqual([]);
  });

  it('may not be given twice', async () => {
    const headers = ['Idempotency-Key: a', 'Idempotency-Key: b'];
    const answer = await sendRaw(api.client, rawRequest('POST /api/maintenance/check', headers));
    expectFaultsOf(answer, 'Idempotency-Key');
  });

  it('tells upper case from lower', async () => {
    const key = randomUUID();
    expect((await post('/api/vehicles', newVehicle(), key)).status).toBe(201);
    expect((await post('/api/vehicles', newVehicle(), key.toUpperCase())).status).toBe(201);
  });

  it('does nothing where nobody asked for it: other methods, and the import', async () => {
    const headers = { 'Idempotency-Key': 'two words' };
    const { id } = await fleet.vehicle();
    expect((await api.client.get(`/api/vehicles/${id}`, headers)).status).toBe(200);
    const file = 'plate,model,year\nIMP-1,Fiat Uno,2020\n';
    const imported = () => api.client.post('/api/vehicles/import', file, { ...headers, 'Content-Type': 'text/csv' });
    expect([(await imported()).body.created, (await imported()).body.created]).toEqual([1, 0]);
    expect((await api.client.delete(`/api/vehicles/${id}`, headers)).status).toBe(204);
  });

  it('is not there without the header: nothing is kept', async () => {
    const before = await keysInTheDatabase();
    expect((await api.client.post('/api/vehicles', newVehicle())).status).toBe(201);
    expect(await keysInTheDatabase()).toBe(before);
  });
});

describe('every POST of the product', () => {
  const document = openApiFile();
  const operations = operationsOf(document).filter(({ method }) => method === 'POST');
  const takesKey = ({ parameters }: Operation) => parameters.some(({ name }) => name === 'Idempotency-Key');

  it.each(operations.filter(({ operation }) => takesKey(operation)))(
    '$path takes a key',
    async ({ path, operation }) => {
      const answer = await post(path.replace('{id}', randomUUID()), undefined, 'two words');
      expectFaultsOf(answer, 'Idempotency-Key');
      const [success] = Object.keys(operation.responses).filter((status) => status.startsWith('2'));
      const { headers } = resolve<Response>(document, operation.responses[success!]!);
      expect(Object.keys(headers)).toContain('Idempotency-Replayed');
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['400', '409', '422']));
    },
  );

  it('or says why it does not', () => {
    const others = operations.filter(({ operation }) => !takesKey(operation));
    const reasons = others.map(({ operation }) => (operation as { 'x-no-idempotency-key'?: string })[NO_KEY_EXTENSION]);
    expect(others.map(({ path }) => path)).toContain('/api/vehicles/import');
    for (const reason of reasons) expect(reason).toMatch(/\w+ \w+ \w+/);
    expect(others.length).toBeLessThan(operations.length / 2);
  });
});

it('what is kept can be read by nobody who reads the database', async () => {
  const driver = { name: 'Zuleica Marcada', licenseNumber: 'MARKED-1', phone: '11912345678' };
  const key = 'marked-key';
  const { body } = await post<DriverView>('/api/drivers', driver, key);
  const rows = await api.app
    .get(Database, { strict: false })
    .writer.query<Record<string, unknown>[]>('SELECT * FROM IdempotencyKeys');
  const row = rows.find(({ ResourceId }) => String(ResourceId).toLowerCase() === body.id)!;
  expect(row.Response).toMatch(/^v1:/);
  for (const text of [...Object.values(driver), key]) expect(JSON.stringify(rows)).not.toContain(text);
});
