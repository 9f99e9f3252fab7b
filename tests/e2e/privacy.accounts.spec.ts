import { randomUUID } from 'node:crypto';
import { SignedInView } from '@fleet/application/identity/signed-in.view';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { until } from './support/server-process';
import { storedText } from './support/stored-text';
import { startTestApi, TestApi } from './support/test-api';

/** Stands in everything that is somebody's own, passwords too. */
const MARK = 'Xyzzyva';
const MARKED = /xyzzyva/i;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ LOG_LEVEL: 'trace' });
});
afterAll(() => api.stop());

/** Everything that takes an account's own, as it should be and as it should not; the tokens and keys that came of it. */
async function sendAccounts(): Promise<{ statuses: number[]; secrets: string[] }> {
  const [statuses, secrets]: [number[], string[]] = [[], []];
  const send = async <View>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await api.client.send<View>(method, path, body, headers);
    statuses.push(answer.status);
    return answer.body;
  };
  const [email, password] = [`${MARK}@fleet.example`, `${MARK} walks in the park`];
  const account = { email, name: `${MARK} Lima`, role: 'Manager' };
  const signIn = async (given: string) => {
    const session = await send<SignedInView>('POST', '/api/auth/login', { email, password: given });
    secrets.push(session.accessToken, session.refreshToken);
    return session;
  };

  const { id } = await send<{ id: string }>(
    'POST',
    '/api/users',
    { ...account, password },
    { 'Idempotency-Key': 'own' },
  );
  const other = { ...account, email: `other-${email}` };
  const bodies: [string, string, unknown][] = [
    ['POST', '/api/users', { ...account, password }],
    ['POST', '/api/users', { ...other, password: MARK }],
    ['POST', '/api/users', { ...other, password, role: MARK }],
    ['POST', '/api/users', { ...other, email: MARK, password, [MARK]: MARK }],
    ['POST', '/api/users', `{"password": "${password}`],
    ['PUT', `/api/users/${id}`, { ...account, name: `${MARK} Reis` }],
    ['PUT', `/api/users/${id}`, { ...account, email: MARK.repeat(60) }],
    ['PUT', `/api/users/${randomUUID()}`, account],
    ['POST', `/api/users/${id}/password`, { password: `${password} twice` }],
    ['POST', `/api/users/${id}/password`, { password: MARK }],
    ['POST', '/api/auth/login', { email, password }],
    ['POST', '/api/auth/refresh', { refreshToken: MARK }],
    ['POST', '/api/auth/logout', { refreshToken: MARK }],
    ['GET', `/api/users?email=${MARK}`, undefined],
    ['GET', `/api/users?email=${encodeURIComponent(email)}`, undefined],
    ['GET', `/api/users/${MARK}`, undefined],
  ];
  for (const [method, path, body] of bodies) await send(method, path, body);

  const { accessToken, refreshToken } = await signIn(`${password} twice`);
  const next = await send<SignedInView>('POST', '/api/auth/refresh', { refreshToken });
  secrets.push(next.accessToken, next.refreshToken);
  await send('POST', '/api/auth/refresh', { refreshToken });
  const own = { Authorization: `Bearer ${(await signIn(`${password} twice`)).accessToken}` };
  await send('GET', '/api/auth/me', undefined, own);
  await send('GET', '/api/auth/me', undefined, { Authorization: `Bearer ${accessToken}` });
  const change = (currentPassword: string, newPassword: string) =>
    send('POST', '/api/auth/password', { currentPassword, newPassword }, own);
  for (const given of [`${password} wrong`, MARK.repeat(40)]) await change(given, `${password} again`);
  await change(`${password} twice`, MARK);
  await change(`${password} twice`, `${password} again`);
  await send('POST', '/api/auth/logout', { refreshToken: (await signIn(`${password} again`)).refreshToken });
  await send('POST', `/api/users/${id}/deactivate`);

  const { key } = await send<{ key: string }>('POST', '/api/api-keys', { name: 'Planner', scopes: ['vehicles:read'] });
  secrets.push(key);
  await send('GET', '/api/vehicles', undefined, { 'X-Api-Key': key });
  await send('POST', '/api/api-keys', { name: MARK.repeat(20), scopes: [MARK] });
  return { statuses, secrets };
}

it('an account is neither in the log nor, in clear, in the database: name, e-mail, passwords, tokens and keys', async () => {
  const { statuses, secrets } = await sendAccounts();
  expect(new Set(statuses)).toEqual(new Set([200, 201, 204, 400, 401, 404, 409]));
  expect(secrets.filter((secret) => !secret)).toEqual([]);
  await api.client.get('/health', { 'X-Request-Id': 'last' });
  await until(
    async () => api.logs.some(({ requestId }) => requestId === 'last'),
    () => 'The last request is not in the log.',
  );
  expect(api.logs.length).toBeGreaterThan(statuses.length);
  const { writer } = api.app.get(Database, { strict: false });
  const [log, kept] = [JSON.stringify(api.logs), await storedText(api.databaseUrl, writer)];
  expect(api.logs.filter((line) => MARKED.test(JSON.stringify(line)))).toEqual([]);
  expect(MARKED.exec(kept)).toBeNull();
  expect(secrets.filter((secret) => log.includes(secret) || kept.includes(secret))).toEqual([]);
});
