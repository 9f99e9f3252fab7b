import { randomUUID } from 'node:crypto';
import { DriverView } from '@fleet/application/drivers/driver.view';
import { UserView } from '@fleet/application/identity/user.view';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { Account } from './support/accounts';
import { signIn } from './support/callers';
import { contradictions } from './support/consistency';
import { eventsOf } from './support/event-log';
import { Fleet } from './support/fleet';
import { expectProblem } from './support/problems';
import { storedText } from './support/stored-text';
import { startTestApi, TestApi } from './support/test-api';

/** Stand in whatever is somebody's own. */
const MARK = 'Xyzzyvá';
const MARKED = /xyzzyv|97531-8642/i;

let api: TestApi;
let fleet: Fleet;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
});
afterAll(() => api.stop());

let count = 0;
const own = () => ({ name: `${MARK} Souza`, licenseNumber: `${MARK}-${++count}`, phone: '+55 (11) 97531-8642' });
const erase = (driverId: string) => api.client.post<DriverView>(`/api/drivers/${driverId}/erase`);
const writer = () => api.app.get(Database, { strict: false }).writer;
const stored = () => storedText(api.databaseUrl, writer());
const rowsOf = (sql: string) => writer().query<Record<string, unknown>[]>(sql);

function accountOf(driverId: string): Promise<Account> {
  const email = `xyzzyv-${randomUUID()}@fleet.example`;
  return Account.create(api.client, { email, name: `${MARK} Souza`, role: 'Driver', driverId });
}

/** What the database has of an account that says who it is, or lets the person in. */
async function rowOf(userId: string): Promise<Record<string, string>> {
  const [row] = await writer().query<Record<string, string>[]>(
    `SELECT Email AS "Email", EmailKey AS "EmailKey", Name AS "Name", PasswordHash AS "PasswordHash"
     FROM Users WHERE Id = '${userId}'`,
  );
  return row!;
}

const keysOf = (...people: string[]) =>
  rowsOf(`SELECT WrappedKey FROM PersonKeys WHERE PersonId IN (${people.map((id) => `'${id}'`).join(', ')})`);

describe('the accounts of a driver who is erased', () => {
  it('are erased with the driver and signed out, all of them, and nobody else is', async () => {
    const [driver, other] = [await fleet.driver(own()), await fleet.driver(own())];
    const accounts = [await accountOf(driver.id), await accountOf(driver.id)];
    const bystander = await accountOf(other.id);
    const opened = [await accounts[0]!.session(), await accounts[0]!.session(), await accounts[1]!.session()];
    const kept = await bystander.session();
    expect((await erase(driver.id)).status).toBe(200);

    for (const { user, path } of accounts) {
      const { body } = await api.client.get<UserView>(path);
      const nobody = { email: null, name: null, active: false, version: 2 };
      expect(body).toEqual({ ...user, ...nobody, updatedAt: body.updatedAt });
      expect(await rowOf(user.id)).toEqual({ Email: null, EmailKey: null, Name: null, PasswordHash: null });
    }
    for (const session of opened) {
      expect(await session.isOn()).toBe(false);
      expectProblem(await session.refresh(), 401, 'INVALID_REFRESH_TOKEN');
    }
    for (const account of accounts) expectProblem(await account.login(), 401, 'INVALID_CREDENTIALS');
    expect(await kept.isOn()).toBe(true);
    expect((await api.client.get(bystander.path)).body).toEqual(bystander.user);
    expect(await contradictions(writer())).toEqual({});
  });

  it('are in no file any more, neither what was sealed nor the keys that opened it', async () => {
    const driver = await fleet.driver(own());
    const { user } = await accountOf(driver.id);
    const sealed = [...Object.values(await rowOf(user.id))];
    for (const { WrappedKey } of await keysOf(driver.id, user.id)) sealed.push(WrappedKey as string);
    expect(sealed).toHaveLength(6);
    const before = await stored();
    expect(MARKED.exec(before)).toBeNull();
    expect(sealed.filter((value) => !before.includes(value))).toEqual([]);

    await erase(driver.id);
    expect(await keysOf(driver.id, user.id)).toEqual([]);
    const text = await stored();
    expect(MARKED.exec(text)).toBeNull();
    expect(sealed.filter((value) => text.includes(value))).toEqual([]);
  });

  it('leave their events, which say nothing of the person', async () => {
    const driver = await fleet.driver(own());
    const { user, path } = await accountOf(driver.id);
    const changed = { email: user.email, name: `${MARK} Lima`, role: 'Driver', driverId: driver.id };
    expect((await api.client.put(path, changed)).status).toBe(200);
    expect(await eventsOf(api, user.id)).toMatchObject([
      { stream: 'User', type: 'UserRegistered', payload: { email: user.email, name: `${MARK} Souza` } },
      { stream: 'User', type: 'UserDetailsChanged', payload: { name: `${MARK} Lima` } },
    ]);
    await erase(driver.id);
    expect(await eventsOf(api, user.id)).toMatchObject([
      { type: 'UserRegistered', payload: { email: null, name: null, role: 'Driver', driverId: driver.id } },
      { type: 'UserDetailsChanged', payload: { name: null } },
      { type: 'UserErased', payload: { active: false } },
    ]);
  });
});

describe('the answers that are kept for repeats', () => {
  const keyed = <View>(path: string, body: object | undefined, key: string) =>
    api.client.post<View>(path, body, { 'Idempotency-Key': key });
  const keptAbout = (id: string) =>
    rowsOf(`SELECT Response AS "response" FROM IdempotencyKeys WHERE ResourceId = '${id}'`);

  it('are gone with the person: a registration that is sent again is another one', async () => {
    const [person, key] = [own(), randomUUID()];
    const first = await keyed<DriverView>('/api/drivers', person, key);
    const again = await keyed<DriverView>('/api/drivers', person, key);
    expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([first.text, 'true']);
    const { id } = first.body;
    const [kept] = await keptAbout(id);
    await erase(id);
    expect(await keptAbout(id)).toEqual([]);
    expect(await stored()).not.toContain(kept!.response);

    const anew = await keyed<DriverView>('/api/drivers', person, key);
    expect([anew.status, anew.headers.get('idempotency-replayed')]).toEqual([201, null]);
    expect(anew.body.id).not.toBe(id);
    expect((await fleet.getDriver(id)).name).toBeNull();
    expect((await fleet.getDriver(anew.body.id)).name).toBe(person.name);
  });

  it('say nothing of the person when an action is sent again', async () => {
    const [{ id }, key] = [await fleet.driver(own()), randomUUID()];
    const before = await keyed<DriverView>(`/api/drivers/${id}/deactivate`, undefined, key);
    expect(before.body.name).toBe(`${MARK} Souza`);
    await erase(id);
    const { status, body } = await keyed<DriverView>(`/api/drivers/${id}/deactivate`, undefined, key);
    expect([status, body.name, body.phone]).toEqual([200, null, null]);
  });

  it('are gone of the accounts as well', async () => {
    const driver = await fleet.driver(own());
    const account = { email: `xyzzyv-${randomUUID()}@fleet.example`, name: MARK, password: 'another walk in the park' };
    const body = { ...account, role: 'Driver', driverId: driver.id };
    const { status, body: user } = await keyed<UserView>('/api/users', body, randomUUID());
    expect([status, (await keptAbout(user.id)).length]).toEqual([201, 1]);
    await erase(driver.id);
    expect(await keptAbout(user.id)).toEqual([]);
  });
});

it('a driver who is the last administrator is not erased, neither the driver nor the account', async () => {
  const driver = await fleet.driver(own());
  const { id, email, name } = (await api.client.get<UserView>('/api/auth/me')).body;
  await api.client.put(`/api/users/${id}`, { email, name, role: 'Admin', driverId: driver.id });
  // That has ended the session.
  api = { ...api, client: await signIn(api.client) };
  fleet = new Fleet(api.client);
  expectProblem(await erase(driver.id), 409, 'LAST_ADMIN');
  expect(await fleet.getDriver(driver.id)).toEqual(driver);
  expect((await api.client.get('/api/auth/me')).body).toMatchObject({ email, name, role: 'Admin' });
  expect(await keysOf(driver.id, id)).toHaveLength(2);
});
