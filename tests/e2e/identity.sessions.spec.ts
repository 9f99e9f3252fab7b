import { SweepSessions } from '@fleet/application/identity/sweep-sessions';
import { REUSE_GRACE_MS } from '@fleet/application/identity/session-rules';
import { Sessions } from '@fleet/application/identity/sessions';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { Clock } from '@fleet/domain/shared/clock';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { Account, PASSWORD, Session } from './support/accounts';
import { Client } from './support/client';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let account: Account;
let clock: jest.SpyInstance<Date>;
let offset = 0;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(async () => {
  offset = 0;
  clock = jest.spyOn(api.app.get(Clock, { strict: false }), 'now');
  clock.mockImplementation(() => new Date(Date.now() + offset));
  account = await Account.create(api.client);
});
afterEach(() => clock.mockRestore());
afterAll(() => api.stop());

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const logout = (refreshToken: string) => api.client.as().post('/api/auth/logout', { refreshToken });

function rowsOf(table: string): Promise<Record<string, unknown>[]> {
  return api.app.get(Database, { strict: false }).writer.query(`SELECT * FROM ${table}`);
}

describe('POST /api/auth/refresh', () => {
  it('gives another pair of tokens, and the session goes on', async () => {
    const session = await account.session();
    const { status, body } = await session.refresh();
    expect(status).toBe(200);
    expect(body).toEqual({
      ...session.tokens,
      accessToken: expect.any(String) as string,
      refreshToken: expect.stringMatching(/^[\w-]{43}$/) as string,
    });
    expect(body.refreshToken).not.toBe(session.tokens.refreshToken);
    expect(body.accessToken).not.toBe(session.tokens.accessToken);
    expect(await new Session(api.client, body).isOn()).toBe(true);
    expect((await session.refresh(body.refreshToken)).status).toBe(200);
  });

  it('gives 50 who ask at once one and the same successor', async () => {
    const session = await account.session();
    const answers = await Promise.all(Array.from({ length: 50 }, () => session.refresh()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const successors = new Set(answers.map(({ body }) => body.refreshToken));
    expect(successors.size).toBe(1);
    expect((await session.refresh([...successors][0])).status).toBe(200);
  });

  it('ends the session when a used token comes again after the grace', async () => {
    const session = await account.session();
    const other = await account.session();
    const { body: next } = await session.refresh();
    offset = REUSE_GRACE_MS + 1_000;
    expectProblem(await session.refresh(), 401, 'INVALID_REFRESH_TOKEN');
    expectProblem(await session.refresh(next.refreshToken), 401, 'INVALID_REFRESH_TOKEN');
    expect([await session.isOn(), await new Session(api.client, next).isOn()]).toEqual([false, false]);
    // Of one session alone.
    expect(await other.isOn()).toBe(true);
  });

  it('says the same whatever is wrong', async () => {
    const [ended, expired] = [await account.session(), await account.session()];
    await logout(ended.tokens.refreshToken);
    const answers = [await ended.refresh(), await ended.refresh('x'), await ended.refresh('x'.repeat(43))];
    offset = 7 * DAY_MS;
    answers.push(await expired.refresh());
    const told = answers.map(({ status, body }) => {
      const { requestId: _, ...rest } = body as unknown as Record<string, unknown>;
      return { status, rest };
    });
    expectProblem(answers[0]!, 401, 'INVALID_REFRESH_TOKEN');
    expect(told).toEqual(Array(4).fill(told[0]));
  });

  it('takes tokens alone', async () => {
    expectFaultsOf(await api.client.as().post('/api/auth/refresh', {}), 'refreshToken');
    expectFaultsOf(await api.client.as().post('/api/auth/refresh', { refreshToken: 7 }), 'refreshToken');
  });
});

describe('POST /api/auth/logout', () => {
  it('ends the session at once, its access token too', async () => {
    const [session, other] = [await account.session(), await account.session()];
    expect(await session.isOn()).toBe(true);
    const { status, text } = await logout(session.tokens.refreshToken);
    expect([status, text]).toEqual([204, '']);
    expect(await session.isOn()).toBe(false);
    expectProblem(await session.as().get('/api/auth/me'), 401, 'UNAUTHENTICATED');
    expect(await other.isOn()).toBe(true);
  });

  it('answers the same for a session that has ended, and for what is none', async () => {
    const { refreshToken } = (await account.session()).tokens;
    for (const token of [refreshToken, refreshToken, 'x'.repeat(43), 'x'])
      expect((await logout(token)).status).toBe(204);
  });
});

/** What ends every session of a user at once, and with which password the next one is opened; null for none. */
const ENDINGS: [string, (admin: Client, session: Session) => Promise<{ status: number }>, string | null][] = [
  ['deactivating the user', (admin) => admin.post(`${account.path}/deactivate`), null],
  ['another role', (admin) => admin.put(account.path, { ...changeable(), role: 'Admin' }), PASSWORD],
  [
    'a password that an administrator sets',
    (admin) => admin.post(`${account.path}/password`, { password: 'set by an administrator' }),
    'set by an administrator',
  ],
  [
    'a password that the user sets',
    (_, session) =>
      session.as().post('/api/auth/password', { currentPassword: PASSWORD, newPassword: 'set by the user' }),
    'set by the user',
  ],
];

function changeable() {
  const { email, name, role } = account.user;
  return { email, name, role };
}

describe('every session of a user ends at once', () => {
  it.each(ENDINGS)('with %s', async (_, end, password) => {
    const sessions = [await account.session(), await account.session()];
    for (const session of sessions) expect(await session.isOn()).toBe(true);
    expect([200, 204]).toContain((await end(api.client, sessions[0]!)).status);
    for (const session of sessions) {
      expect(await session.isOn()).toBe(false);
      expectProblem(await session.refresh(), 401, 'INVALID_REFRESH_TOKEN');
    }
    if (password === null) expectProblem(await account.login(), 401, 'INVALID_CREDENTIALS');
    else expect(await (await account.session(password)).isOn()).toBe(true);
    if (password !== PASSWORD) expectProblem(await account.login(PASSWORD), 401, 'INVALID_CREDENTIALS');
  });

  it('and not with another name', async () => {
    const session = await account.session();
    await api.client.put(account.path, { ...changeable(), name: 'Bia Reis' });
    expect(await session.isOn()).toBe(true);
    expect((await session.as().get('/api/auth/me')).body.name).toBe('Bia Reis');
  });

  it('and they stay ended when the user is activated again', async () => {
    const session = await account.session();
    await api.client.post(`${account.path}/deactivate`);
    await api.client.post(`${account.path}/activate`);
    expect(await session.isOn()).toBe(false);
    expect((await account.login()).status).toBe(200);
  });
});

it('a token that the user has is good for 15 minutes', async () => {
  const session = await account.session();
  offset = 15 * MINUTE_MS - 5_000;
  expect(await session.isOn()).toBe(true);
  offset = 15 * MINUTE_MS;
  expect(await session.isOn()).toBe(false);
  expect((await session.refresh()).status).toBe(200);
});

describe('the database', () => {
  it('has neither tokens nor passwords nor who the users are', async () => {
    const session = await account.session();
    await session.refresh();
    const all = await Promise.all(['Users', 'Sessions', 'RefreshTokens'].map(rowsOf));
    const text = JSON.stringify(all);
    const { refreshToken, accessToken } = session.tokens;
    for (const secret of [
      refreshToken,
      accessToken,
      PASSWORD,
      account.user.email!,
      account.user.name!,
      'fleet.example',
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  it('is swept of what has expired, and of nothing else', async () => {
    const old = await account.session();
    await old.refresh();
    offset = 5 * DAY_MS;
    const session = await account.session();
    const before = (await rowsOf('Sessions')).length;
    const sweep = new SweepSessions(...sweeping());
    expect(await sweep.execute()).toBe(0);
    offset = 8 * DAY_MS;
    expect(await sweep.execute()).toBeGreaterThanOrEqual(3);
    expect((await rowsOf('Sessions')).length).toBeLessThan(before);
    expect((await session.refresh()).status).toBe(200);
  });
});

function sweeping(): ConstructorParameters<typeof SweepSessions> {
  const find = <T>(port: abstract new (...parts: never[]) => T): T => api.app.get<T>(port, { strict: false });
  return [find(UnitOfWork), find(Sessions), find(Clock)];
}
