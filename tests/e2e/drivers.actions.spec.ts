import { randomUUID } from 'node:crypto';
import { actorOf } from './support/callers';
import { eventsOf } from './support/event-log';
import { Fleet } from './support/fleet';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let fleet: Fleet;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
});
afterAll(() => api.stop());

describe('activating and deactivating', () => {
  it('takes a driver out of service and back into it', async () => {
    const { id } = await fleet.driver();
    const out = await api.client.post(`/api/drivers/${id}/deactivate`);
    expect([out.status, out.headers.get('etag')]).toEqual([200, '"2"']);
    expect(out.body).toMatchObject({ id, active: false, available: false, version: 2 });
    expect(await fleet.getDriver(id)).toEqual(out.body);
    const back = await api.client.post(`/api/drivers/${id}/activate`);
    expect([back.status, back.headers.get('etag')]).toEqual([200, '"3"']);
    expect(back.body).toMatchObject({ id, active: true, available: true, version: 3 });
    expect(await fleet.getDriver(id)).toEqual(back.body);
  });

  it('changes nothing the second time', async () => {
    const driver = await fleet.driver();
    const activated = await api.client.post(`/api/drivers/${driver.id}/activate`);
    expect([activated.status, activated.headers.get('etag')]).toEqual([200, '"1"']);
    expect(activated.body).toEqual(driver);
    const first = await api.client.post(`/api/drivers/${driver.id}/deactivate`);
    const second = await api.client.post(`/api/drivers/${driver.id}/deactivate`);
    expect([second.status, second.body]).toEqual([200, first.body]);
    expect(await eventsOf(api, driver.id)).toHaveLength(2);
  });

  it('leaves a driver on a trip in service', async () => {
    const { driverId } = await fleet.trip();
    expectProblem(await api.client.post(`/api/drivers/${driverId}/deactivate`), 400, 'DRIVER_ON_TRIP');
    const { status, body } = await api.client.post(`/api/drivers/${driverId}/activate`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ active: true, available: false, version: 2 });
  });

  it.each(['activate', 'deactivate'])('knows whom to %s', async (action) => {
    expectProblem(await api.client.post(`/api/drivers/${randomUUID()}/${action}`), 404, 'DRIVER_NOT_FOUND');
    expectFaultsOf(await api.client.post(`/api/drivers/17/${action}`), 'id');
  });
});

const CHANGES = [
  ['PUT', ''],
  ['POST', '/activate'],
  ['POST', '/deactivate'],
  ['POST', '/erase'],
  ['DELETE', ''],
] as const;

describe.each(CHANGES)('If-Match on %s /api/drivers/{id}%s', (method, path) => {
  const send = (id: string, tag: string) => {
    const details = { name: 'Bia Lima', licenseNumber: id.slice(-12), phone: '(21) 3333-4444' };
    const body = method === 'PUT' ? details : undefined;
    return api.client.send(method, `/api/drivers/${id}${path}`, body, { 'If-Match': tag });
  };

  it.each(['"2"', 'W/"1"', '"2", "3"', '"x"'])('refuses the version %s', async (tag) => {
    const driver = await fleet.driver();
    expectProblem(await send(driver.id, tag), 412, 'VERSION_MISMATCH');
    expect(await fleet.getDriver(driver.id)).toEqual(driver);
  });

  it('asks for a version that can be read', async () => {
    const driver = await fleet.driver();
    expectFaultsOf(await send(driver.id, '1'), 'If-Match');
    expect(await fleet.getDriver(driver.id)).toEqual(driver);
  });

  it('says first that there is no such driver', async () => {
    expectProblem(await send(randomUUID(), '"1"'), 404, 'DRIVER_NOT_FOUND');
  });

  it.each(['"1"', '"2", "1"', '*'])('lets %s through', async (tag) => {
    const { id } = await fleet.driver();
    expect((await send(id, tag)).status).toBe(method === 'DELETE' ? 204 : 200);
  });
});

it('writes down what happens to a driver, for whom and in the course of which request', async () => {
  const { id } = await fleet.driver({ name: 'Ana', licenseNumber: 'Log-1', phone: '11987654321' });
  const ask = (method: string, path: string, requestId: string, body?: object) =>
    api.client.send(method, `/api/drivers/${id}${path}`, body, { 'X-Request-Id': requestId });
  await ask('PUT', '', 'log-2', { name: 'Ana Lima', licenseNumber: 'Log-1', phone: '11987654322' });
  await ask('POST', '/deactivate', 'log-3');
  await ask('POST', '/deactivate', 'log-nothing');
  await ask('POST', '/activate', 'log-4');
  const alive = await eventsOf(api, id);
  await ask('DELETE', '', 'log-5');

  const events = await eventsOf(api, id);
  const administrator = await actorOf(api.client);
  expect(events.map(({ stream, version, actor }) => [stream, version, actor])).toEqual(
    [1, 2, 3, 4, 5].map((version) => ['Driver', version, administrator]),
  );
  expect(events.slice(1).map(({ correlationId }) => correlationId)).toEqual(['log-2', 'log-3', 'log-4', 'log-5']);
  expect(alive.map(({ type, payload }) => [type, payload])).toEqual([
    ['DriverRegistered', { name: 'Ana', licenseNumber: 'Log-1', phone: '11987654321', active: true, available: true }],
    ['DriverDetailsChanged', { name: 'Ana Lima', phone: '11987654322' }],
    ['DriverDeactivated', { active: false, available: false }],
    ['DriverActivated', { active: true, available: true }],
  ]);
  // Of somebody who is gone nothing can be read any more.
  expect(events.map(({ type, payload }) => [type, payload])).toEqual([
    ['DriverRegistered', { name: null, licenseNumber: null, phone: null, active: true, available: true }],
    ['DriverDetailsChanged', { name: null, phone: null }],
    ['DriverDeactivated', { active: false, available: false }],
    ['DriverActivated', { active: true, available: true }],
    ['DriverDeleted', {}],
  ]);
});
