import { Account, PASSWORD, Session } from './support/accounts';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

const TRIES = 4;

let api: TestApi;
beforeAll(async () => {
  // With a proxy in front each try has an address of its own, unless it is to have none.
  api = await startTestApi({ LOGIN_RATE_LIMIT: `${TRIES}/60s`, TRUST_PROXY: '1' });
});
afterAll(() => api.stop());

let addresses = 0;
const elsewhere = () => `198.51.100.${++addresses}`;

/** The administrator's client, at an address that is new. */
const newcomer = () => api.client.as({ ...api.client.headers, 'X-Forwarded-For': elsewhere() });

async function opened(): Promise<[Account, Session]> {
  const account = await Account.create(newcomer());
  // Counts as the first try of the account.
  const { body } = await account.login(PASSWORD, elsewhere());
  return [account, new Session(api.client, body)];
}

/** What somebody does who has come by an access token. */
function change({ tokens }: Session, currentPassword: string, address = elsewhere(), newPassword = 'a good one now') {
  const thief = api.client.as({ Authorization: `Bearer ${tokens.accessToken}`, 'X-Forwarded-For': address });
  return thief.post('/api/auth/password', { currentPassword, newPassword });
}

describe('POST /api/auth/password', () => {
  it('is tried as often as signing in, from however many addresses: a stolen token finds out no password', async () => {
    const [account, session] = await opened();
    for (let guess = 1; guess < TRIES; guess++) {
      expectProblem(await change(session, `guess number ${guess}`), 400, 'WRONG_PASSWORD');
    }
    const refused = await change(session, PASSWORD);
    expectProblem(refused, 429, 'RATE_LIMITED');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(refused.headers.get('ratelimit-policy')).toContain('"login"');
    // One count for both ways in; and the right password has changed nothing.
    expectProblem(await account.login(PASSWORD, elsewhere()), 429, 'RATE_LIMITED');
    expect(await session.isOn()).toBe(true);
  });

  it('counts a client that goes through the sessions of many', async () => {
    const address = elsewhere();
    for (let count = 0; count < TRIES; count++) {
      const [, session] = await opened();
      expectProblem(await change(session, 'a guess of many', address), 400, 'WRONG_PASSWORD');
    }
    const [, session] = await opened();
    expectProblem(await change(session, PASSWORD, address), 429, 'RATE_LIMITED');
    expect((await change(session, PASSWORD)).status).toBe(204);
  });

  it('does not count what compares no password', async () => {
    const [, session] = await opened();
    for (let count = 0; count < TRIES; count++) {
      expectFaultsOf(await change(session, PASSWORD, elsewhere(), 'short'), 'newPassword');
    }
    expect((await change(session, PASSWORD)).status).toBe(204);
  });
});
