import { randomUUID } from 'node:crypto';
import { EraseDriverAccounts } from '@fleet/application/identity/erase-driver-accounts';
import { UserView } from '@fleet/application/identity/user.view';
import { Page } from '@fleet/application/shared/page';
import { Account, PASSWORD } from './support/accounts';
import { ADMINISTRATOR } from './support/callers';
import { eventsOf } from './support/event-log';
import { Fleet } from './support/fleet';
import { listedIds } from './support/lists';
import { expectFaultsOf, expectProblem } from './support/problems';
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
const fresh = (fields: object = {}) => ({
  email: `${randomUUID()}@fleet.example`,
  name: 'Bia Lima',
  role: 'Manager',
  password: PASSWORD,
  ...fields,
});
const create = (fields: object = {}) => api.client.post<UserView>('/api/users', fresh(fields));

describe('POST /api/users', () => {
  it('lets somebody sign in, and says nothing of the password', async () => {
    const email = `Bia-${randomUUID()}@Fleet.example`;
    const { status, body, headers } = await create({ email: ` ${email} ` });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(UUID) as string,
      email,
      name: 'Bia Lima',
      role: 'Manager',
      driverId: null,
      active: true,
      version: 1,
      createdAt: expect.stringMatching(INSTANT) as string,
      updatedAt: body.createdAt,
    });
    expect([headers.get('etag'), headers.get('location')]).toEqual(['"1"', `/api/users/${body.id}`]);
    expect((await api.client.get(`/api/users/${body.id}`)).body).toEqual(body);
    expect(await eventsOf(api, body.id)).toMatchObject([{ type: 'UserRegistered', stream: 'User', version: 1 }]);
  });

  it('refuses an address that is taken, whatever its case', async () => {
    const email = `taken-${randomUUID()}@fleet.example`;
    await create({ email });
    for (const other of [email, email.toUpperCase(), ` ${email} `]) {
      expectProblem(await create({ email: other }), 409, 'EMAIL_TAKEN');
    }
    expectProblem(await create({ email: ADMINISTRATOR.email.toUpperCase() }), 409, 'EMAIL_TAKEN');
  });

  it('of many who ask for one address at once lets one have it', async () => {
    const email = `race-${randomUUID()}@fleet.example`;
    const answers = await Promise.all(Array.from({ length: 20 }, () => create({ email })));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array<number>(19).fill(409)]);
  });

  it('takes the driver whom a user is', async () => {
    const driver = await fleet.driver();
    expect((await create({ role: 'Driver', driverId: driver.id.toUpperCase() })).body.driverId).toBe(driver.id);
    expectProblem(await create({ role: 'Driver', driverId: randomUUID() }), 404, 'DRIVER_NOT_FOUND');
    expectFaultsOf(await create({ role: 'Driver' }), 'driverId');
    expectFaultsOf(await create({ role: 'Driver', driverId: 'x' }), 'driverId');
    expectProblem(await api.client.delete(`/api/drivers/${driver.id}`), 409, 'DRIVER_HAS_USER');
    await api.client.post(`/api/drivers/${driver.id}/erase`);
    expectProblem(await create({ role: 'Driver', driverId: driver.id }), 409, 'DRIVER_ERASED');
  });

  it.each<[string, object, string[]]>([
    [
      'nothing',
      { email: undefined, name: undefined, role: undefined, password: undefined },
      ['email', 'name', 'password', 'role'],
    ],
    ['what is no address', { email: 'bia' }, ['email']],
    ['an unknown role', { role: 'admin' }, ['role']],
    ['a short password and no name', { password: 'x'.repeat(11), name: ' ' }, ['name', 'password']],
    ['one of the commonest passwords', { password: 'Qwerty123456' }, ['password']],
    ['the address as password', { email: 'someone@fleet.example', password: 'SOMEONE@fleet.example' }, ['password']],
    ['a hash', { passwordHash: 'x' }, ['passwordHash']],
  ])('refuses %s', async (_, fields, faults) => expectFaultsOf(await create(fields), ...faults));
});

describe('GET /api/users', () => {
  it('finds users by role, driver, address and whether they may sign in', async () => {
    const driver = await fleet.driver();
    const { body: user } = await create({ role: 'Driver', driverId: driver.id });
    const { body: other } = await create();
    await api.client.post(`/api/users/${other.id}/deactivate`);
    const list = (query: string) => listedIds(api.client, `/api/users?${query}`);
    expect(await list(`driverId=${driver.id}`)).toEqual([user.id]);
    expect(await list(`email=${user.email!.toUpperCase()}`)).toEqual([user.id]);
    expect(await list('email=nobody@fleet.example')).toEqual([]);
    expect(await list('role=Driver')).toContain(user.id);
    expect(await list('role=Driver')).not.toContain(other.id);
    expect(await list('active=false')).toContain(other.id);
    expect(await list('active=true')).not.toContain(other.id);
    const all = await list('sort=createdAt');
    expect(await list('sort=-createdAt')).toEqual([...all].reverse());
    expect(all.indexOf(user.id)).toBeLessThan(all.indexOf(other.id));
  });

  it('goes page by page, and shows what a single read shows', async () => {
    const { body } = await api.client.get<Page<UserView>>('/api/users?limit=1');
    expect(body.items).toEqual([(await api.client.get(`/api/users/${body.items[0]!.id}`)).body]);
    expect(body.nextCursor).not.toBeNull();
    expectProblem(await api.client.get(`/api/users?role=Admin&cursor=${body.nextCursor}`), 400, 'INVALID_CURSOR');
  });

  it('knows no other', async () => {
    expectProblem(await api.client.get(`/api/users/${randomUUID()}`), 404, 'USER_NOT_FOUND');
    expectFaultsOf(await api.client.get('/api/users?role=Boss'), 'role');
  });
});

describe('PUT /api/users/{id}', () => {
  it('changes what is given, guarded by the version', async () => {
    const { body: user } = await create();
    const change = { email: `new-${randomUUID()}@fleet.example`, name: 'Bia Reis', role: 'Admin' };
    const { body, headers } = await api.client.put(`/api/users/${user.id}`, change, { 'If-Match': '"1"' });
    expect(body).toEqual({ ...user, ...change, version: 3, updatedAt: expect.stringMatching(INSTANT) as string });
    expect(headers.get('etag')).toBe('"3"');
    expectProblem(
      await api.client.put(`/api/users/${user.id}`, change, { 'If-Match': '"1"' }),
      412,
      'VERSION_MISMATCH',
    );
    expect((await api.client.put(`/api/users/${user.id}`, change)).headers.get('etag')).toBe('"3"');
  });

  it('refuses what creating refuses', async () => {
    const [{ body: user }, { body: other }] = [await create(), await create()];
    const put = (fields: object) =>
      api.client.put(`/api/users/${user.id}`, { email: user.email, name: user.name, role: user.role, ...fields });
    expectProblem(await put({ email: other.email!.toUpperCase() }), 409, 'EMAIL_TAKEN');
    expectProblem(await put({ driverId: randomUUID() }), 404, 'DRIVER_NOT_FOUND');
    expectFaultsOf(await put({ role: 'Driver' }), 'driverId');
    expectFaultsOf(await put({ password: PASSWORD }), 'password');
    expect((await put({ email: user.email!.toUpperCase() })).status).toBe(200);
  });

  it('knows no other', async () => {
    const { password: _, ...body } = fresh();
    for (const [method, path, sent] of [
      ['PUT', '', body],
      ['POST', '/activate', undefined],
      ['POST', '/deactivate', undefined],
      ['POST', '/password', { password: PASSWORD }],
    ] as const) {
      const answer = await api.client.send(method, `/api/users/${randomUUID()}${path}`, sent);
      expectProblem(answer, 404, 'USER_NOT_FOUND');
    }
  });
});

describe('passwords', () => {
  it('that an administrator sets must be good ones too, for the present version', async () => {
    const { path, user } = await Account.create(api.client);
    const set = (password: string, headers = {}) => api.client.post(`${path}/password`, { password }, headers);
    expectFaultsOf(await set('short'), 'password');
    expectFaultsOf(await set('1qaz2wsx3edc'), 'password');
    expectFaultsOf(await set(user.email!), 'password');
    expectProblem(await set('a good one this time', { 'If-Match': '"2"' }), 412, 'VERSION_MISMATCH');
    expect((await set('a good one this time', { 'If-Match': '"1"' })).status).toBe(204);
    const events = await eventsOf(api, user.id);
    expect(events[1]).toMatchObject({ type: 'UserPasswordChanged', payload: {} });
  });

  it('of oneself are changed by whoever knows the present one', async () => {
    const account = await Account.create(api.client);
    const session = await account.session();
    const change = (currentPassword: string, newPassword: string) =>
      session.as().post('/api/auth/password', { currentPassword, newPassword });
    expectProblem(await change(`${PASSWORD}!`, 'a good one this time'), 400, 'WRONG_PASSWORD');
    expectFaultsOf(await change(PASSWORD, 'short'), 'newPassword');
    expectFaultsOf(await change(PASSWORD, 'Qwerty123456'), 'newPassword');
    expect(await session.isOn()).toBe(true);
    expect((await change(PASSWORD, 'a good one this time')).status).toBe(204);
  });
});

const erase = (driverId: string) => api.app.get(EraseDriverAccounts, { strict: false }).execute(driverId);

describe('erasing the accounts of a driver', () => {
  it('leaves users without a person, signed out, and the address for others', async () => {
    const driver = await fleet.driver();
    const account = await Account.create(api.client, { role: 'Driver', driverId: driver.id });
    const session = await account.session();
    await erase(driver.id);
    await erase(driver.id);
    const { body } = await api.client.get(account.path);
    const nobody = { email: null, name: null, active: false, version: 2 };
    expect(body).toEqual({ ...account.user, ...nobody, updatedAt: body.updatedAt });
    expect(await session.isOn()).toBe(false);
    expectProblem(await account.login(), 401, 'INVALID_CREDENTIALS');
    expect((await eventsOf(api, account.user.id))[1]).toMatchObject({ type: 'UserErased', payload: { active: false } });
    expect((await create({ email: account.user.email })).status).toBe(201);
  });

  it('is the last thing that happens to them', async () => {
    const driver = await fleet.driver();
    const { path, user } = await Account.create(api.client, { role: 'Driver', driverId: driver.id });
    await erase(driver.id);
    const erased = (await api.client.get(path)).body;
    const { email, name, role, driverId } = user;
    for (const [method, action, body] of [
      ['PUT', '', { email, name, role, driverId }],
      ['POST', '/activate', undefined],
      ['POST', '/password', { password: PASSWORD }],
    ] as const) {
      expectProblem(await api.client.send(method, path + action, body), 409, 'USER_ERASED');
      const late = await api.client.send(method, path + action, body, { 'If-Match': '"1"' });
      expectProblem(late, 412, 'VERSION_MISMATCH');
    }
    const deactivated = await api.client.post(`${path}/deactivate`);
    expect([deactivated.status, deactivated.body]).toEqual([200, erased]);
    expect(await eventsOf(api, user.id)).toHaveLength(2);
  });
});
