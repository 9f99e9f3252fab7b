import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants';
import { ApiKeysController } from '@fleet/api/identity/api-keys.controller';
import { Account, PASSWORD } from './support/accounts';
import { Answer } from './support/client';
import { startTestApi, TestApi } from './support/test-api';

// A secret beside text that the client chose could be guessed from the length of both, compressed together.

const GZIP = { 'Accept-Encoding': 'gzip' };
/** Of characters that need three bytes each: with it, what speaks of a user is long enough to be compressed. */
const NAME = '車'.repeat(100);

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const encodingOf = ({ status, text, headers }: Answer<unknown>) => ({
  status,
  isLong: Buffer.byteLength(text) > 1_024,
  encoding: headers.get('content-encoding'),
});

it('the tokens of a session are sent as they are, and an answer as long without them is not', async () => {
  const { user } = await Account.create(api.client, { role: 'Admin', name: NAME });
  const client = api.client.as(GZIP);
  const login = { email: user.email, password: PASSWORD };
  const signedIn = await client.post<{ refreshToken: string }>('/api/auth/login', login);
  const { refreshToken } = signedIn.body;
  const refreshed = await client.post('/api/auth/refresh', { refreshToken });
  for (const answer of [signedIn, refreshed]) {
    expect(encodingOf(answer)).toEqual({ status: 200, isLong: true, encoding: null });
  }
  await Account.create(api.client, { name: NAME });
  const list = await api.client.get('/api/users', GZIP);
  expect(encodingOf(list)).toEqual({ status: 200, isLong: true, encoding: 'gzip' });
});

it('so would be a new API key, which is too short by now to be compressed', () => {
  const { create } = ApiKeysController.prototype as unknown as Record<string, object>;
  expect(Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, create!)).toMatchObject({ compress: false });
});
