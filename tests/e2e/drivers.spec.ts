import { randomUUID } from 'node:crypto';
import { expectFaultsOf, expectProblem } from './support/problems';
import { Fleet } from './support/fleet';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let fleet: Fleet;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
});
afterAll(() => api.stop());

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const valid = { name: 'Ana Souza', licenseNumber: 'Rio-0001', phone: '+55 (11) 98765-4321' };

describe('POST /api/drivers', () => {
  it('registers a driver, active and available, with the text as typed', async () => {
    const { status, body, headers } = await api.client.post('/api/drivers', {
      name: '  Ana Souza ',
      licenseNumber: ' Rio-0001 ',
      phone: ' +55 (11) 98765-4321 ',
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      ...valid,
      id: expect.stringMatching(UUID) as string,
      active: true,
      available: true,
      erasedAt: null,
      version: 1,
      createdAt: expect.stringMatching(INSTANT) as string,
      updatedAt: body.createdAt,
    });
    expect(headers.get('etag')).toBe('"1"');
    expect(headers.get('location')).toBe(`/api/drivers/${body.id as string}`);
    expect((await api.client.get(headers.get('location')!)).body).toEqual(body);
  });

  it('refuses a licence number that is taken, whatever its case', async () => {
    await fleet.driver({ licenseNumber: 'Taken-é' });
    for (const licenseNumber of ['Taken-é', 'TAKEN-É', ' taken-é ']) {
      expectProblem(await api.client.post('/api/drivers', { ...valid, licenseNumber }), 409, 'LICENSE_NUMBER_TAKEN');
    }
  });

  it('takes the longest values that are allowed', async () => {
    const longest = { name: 'ß'.repeat(100), licenseNumber: 'ß'.repeat(20), phone: '+55 (11) 98765-43210    9' };
    expect(longest.phone).toHaveLength(25);
    expect((await api.client.post('/api/drivers', longest)).body).toMatchObject(longest);
  });

  it.each([
    ['nothing', {}, ['name', 'licenseNumber', 'phone']],
    ['null', { ...valid, name: null }, ['name']],
    ['blank text', { name: ' ', licenseNumber: '\t', phone: '' }, ['name', 'licenseNumber', 'phone']],
    ['numbers for text', { name: 1, licenseNumber: 2, phone: 3 }, ['name', 'licenseNumber', 'phone']],
    [
      'text that is too long',
      { ...valid, name: 'n'.repeat(101), licenseNumber: 'l'.repeat(21) },
      ['name', 'licenseNumber'],
    ],
    ['a phone with letters', { ...valid, phone: '1198765432a' }, ['phone']],
    ['a phone with too few digits', { ...valid, phone: '+55 (11) -7' }, ['phone']],
    ['a phone with too many digits', { ...valid, phone: '1234567890123456' }, ['phone']],
    ['a phone that is too long', { ...valid, phone: `12345678${' '.repeat(17)}9` }, ['phone']],
    ['a field that only the server sets', { ...valid, active: false }, ['active']],
    ['an id', { ...valid, id: randomUUID() }, ['id']],
  ])('refuses %s', async (_, body, fields) => {
    expectFaultsOf(await api.client.post('/api/drivers', body), ...fields);
  });
});

describe('GET /api/drivers/{id}', () => {
  it('answers with the driver and its version, whatever the case of the id', async () => {
    const driver = await fleet.driver();
    for (const id of [driver.id, driver.id.toUpperCase()]) {
      const { status, body, headers } = await api.client.get(`/api/drivers/${id}`);
      expect(status).toBe(200);
      expect(body).toEqual(driver);
      expect(headers.get('etag')).toBe('"1"');
    }
  });

  it('spares a reader who has the version', async () => {
    const { id } = await fleet.driver();
    for (const tag of ['"1"', 'W/"1"', '"7", "1"', '*']) {
      const { status, text, headers } = await api.client.get(`/api/drivers/${id}`, { 'If-None-Match': tag });
      expect([status, text, headers.get('etag')]).toEqual([304, '', '"1"']);
    }
    expect((await api.client.get(`/api/drivers/${id}`, { 'If-None-Match': '"2"' })).status).toBe(200);
  });

  it('answers HEAD as it answers GET', async () => {
    const { id } = await fleet.driver();
    const get = await api.client.get(`/api/drivers/${id}`);
    const head = await api.client.send('HEAD', `/api/drivers/${id}`);
    expect([head.status, head.text]).toEqual([200, '']);
    for (const name of ['etag', 'content-type', 'content-length']) {
      expect(head.headers.get(name)).toBe(get.headers.get(name));
    }
    expect((await api.client.send('HEAD', `/api/drivers/${randomUUID()}`)).status).toBe(404);
  });

  it('knows no other', async () => {
    expectProblem(await api.client.get(`/api/drivers/${randomUUID()}`), 404, 'DRIVER_NOT_FOUND');
    expectFaultsOf(await api.client.get('/api/drivers/17'), 'id');
  });
});

describe('PUT /api/drivers/{id}', () => {
  it('changes the details and nothing else', async () => {
    const driver = await fleet.driver();
    const change = { name: 'Bia Lima', licenseNumber: 'New-1', phone: '(21) 3333-4444' };
    const { status, body, headers } = await api.client.put(`/api/drivers/${driver.id}`, change);
    expect(status).toBe(200);
    expect(body).toEqual({ ...driver, ...change, version: 2, updatedAt: expect.stringMatching(INSTANT) as string });
    expect(headers.get('etag')).toBe('"2"');
    expect(await fleet.getDriver(driver.id)).toEqual(body);
  });

  it('lets the licence number be typed again in another case', async () => {
    const { id } = await fleet.driver({ licenseNumber: 'same-ß' });
    const { status, body } = await api.client.put(`/api/drivers/${id}`, { ...valid, licenseNumber: 'SAME-ß' });
    expect(status).toBe(200);
    expect(body.licenseNumber).toBe('SAME-ß');
  });

  it('leaves the version alone when nothing changes', async () => {
    const driver = await fleet.driver();
    const { name, licenseNumber, phone } = driver;
    const { body, headers } = await api.client.put(`/api/drivers/${driver.id}`, { name, licenseNumber, phone });
    expect(body).toEqual(driver);
    expect(headers.get('etag')).toBe('"1"');
  });

  it("refuses another driver's licence number", async () => {
    await fleet.driver({ licenseNumber: 'Other-1' });
    const driver = await fleet.driver();
    const answer = await api.client.put(`/api/drivers/${driver.id}`, { ...valid, licenseNumber: 'OTHER-1' });
    expectProblem(answer, 409, 'LICENSE_NUMBER_TAKEN');
    expect(await fleet.getDriver(driver.id)).toEqual(driver);
  });

  it('refuses what registering refuses', async () => {
    const { id } = await fleet.driver();
    expectFaultsOf(await api.client.put(`/api/drivers/${id}`, {}), 'name', 'licenseNumber', 'phone');
    expectFaultsOf(await api.client.put(`/api/drivers/${id}`, { ...valid, name: ' ', phone: '1' }), 'name', 'phone');
    expectFaultsOf(await api.client.put(`/api/drivers/${id}`, { ...valid, version: 1 }), 'version');
  });

  it('knows no other', async () => {
    expectProblem(await api.client.put(`/api/drivers/${randomUUID()}`, valid), 404, 'DRIVER_NOT_FOUND');
  });
});

describe('DELETE /api/drivers/{id}', () => {
  it('deletes a driver who never had a trip; the licence number is free again', async () => {
    const { id, licenseNumber } = await fleet.driver();
    const { status, text } = await api.client.delete(`/api/drivers/${id}`);
    expect([status, text]).toEqual([204, '']);
    expectProblem(await api.client.get(`/api/drivers/${id}`), 404, 'DRIVER_NOT_FOUND');
    expectProblem(await api.client.delete(`/api/drivers/${id}`), 404, 'DRIVER_NOT_FOUND');
    await fleet.driver({ licenseNumber });
  });

  it('keeps a driver who is on a trip', async () => {
    const { driverId } = await fleet.trip();
    expectProblem(await api.client.delete(`/api/drivers/${driverId}`), 400, 'DRIVER_ON_TRIP');
  });

  it('keeps a driver who has been on a trip, active or not', async () => {
    const { driverId } = await fleet.endedTrip();
    expectProblem(await api.client.delete(`/api/drivers/${driverId}`), 409, 'DRIVER_HAS_TRIPS');
    await api.client.post(`/api/drivers/${driverId}/deactivate`);
    expectProblem(await api.client.delete(`/api/drivers/${driverId}`), 409, 'DRIVER_HAS_TRIPS');
    expect((await fleet.getDriver(driverId)).version).toBe(4);
  });
});

it('says which methods an address takes', async () => {
  const { id } = await fleet.driver();
  const answer = await api.client.send('PATCH', `/api/drivers/${id}`, {});
  expectProblem(answer, 405, 'METHOD_NOT_ALLOWED');
  expect(answer.headers.get('allow')).toBe('DELETE, GET, HEAD, PUT');
});
