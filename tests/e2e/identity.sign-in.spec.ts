import { Authenticator } from '@fleet/application/identity/authenticator';
import { SignedInView } from '@fleet/application/identity/signed-in.view';
import { permissionsOf } from '@fleet/domain/identity/permissions';
import { Account, PASSWORD } from './support/accounts';
import { Answer } from './support/client';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';
import { TEST_ADMIN } from './support/test-database';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = TEST_ADMIN;

function login(body: object = { email, password }): Promise<Answer<SignedInView>> {
  return api.client.post<SignedInView>('/api/auth/login', body);
}

/** What a user who is not active any more rightly says. */
async function inactive(): Promise<object> {
  const account = await Account.create(api.client);
  expect((await account.login()).status).toBe(200);
  expect((await api.client.post(`${account.path}/deactivate`)).status).toBe(200);
  return { email: account.user.email, password: PASSWORD };
}

describe('POST /api/auth/login', () => {
  it('opens a session for whoever knows the password', async () => {
    const { status, body } = await login();
    expect(status).toBe(200);
    expect(body).toEqual({
      accessToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as string,
      refreshToken: expect.stringMatching(/^[\w-]{43}$/) as string,
      tokenType: 'Bearer',
      expiresIn: 900,
      user: {
        id: expect.stringMatching(UUID) as string,
        email,
        name: 'Administrator',
        role: 'Admin',
        driverId: null,
        permissions: permissionsOf('Admin'),
      },
    });
  });

  it('takes the address in any case, with spaces around', async () => {
    expect((await login({ email: ` ${email.toUpperCase()} `, password })).status).toBe(200);
  });

  it('gives a token that the authenticator knows', async () => {
    const { accessToken, user } = (await login()).body;
    const authenticator = api.app.get(Authenticator, { strict: false });
    const principal = await authenticator.authenticate({ accessToken });
    expect(principal).toMatchObject({ actor: `user:${user.id}`, id: user.id, role: 'Admin', limitedTo: undefined });
    // The second time without a wait.
    expect(authenticator.authenticate({ accessToken })).toBe(principal);
  });

  it.each([
    ['a wrong password', () => ({ email, password: `${password} ` })],
    ['an unknown address', () => ({ email: 'nobody@fleet.example', password })],
    ['a text that is no address', () => ({ email: '%', password })],
    ['no password at all', () => ({ email, password: '' })],
    ['a user who is not active', inactive],
  ])('refuses %s with the same words', async (_, credentials) => {
    const answer = await login(await credentials());
    expectProblem(answer, 401, 'INVALID_CREDENTIALS');
    expect((answer.body as unknown as { detail: string }).detail).toBe('The e-mail address or the password is wrong.');
  });

  it('wants both', async () => {
    expectFaultsOf(await login({}), 'email', 'password');
    expectFaultsOf(await login({ email, password, admin: true }), 'admin');
  });
});
