import { generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto';
import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { actorOf } from './support/callers';
import { Answer } from './support/client';
import { expiredToken, forgedToken } from './support/forged-token';
import { expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';
import { SERVER_KEYS, SERVER_SECRET as KEY } from './support/test-database';

let api: TestApi;
let good: string;
beforeAll(async () => {
  api = await startTestApi(SERVER_KEYS);
  good = api.client.headers.Authorization!.replace('Bearer ', '');
});
afterAll(() => api.stop());

const call = (token: string) => api.client.as({ Authorization: `Bearer ${token}` }).get('/api/vehicles');
const forged = (changes: Parameters<typeof forgedToken>[2]) => forgedToken(good, KEY, changes);
const soon = Math.floor(Date.now() / 1000) + 600;

/** A token of one part changed in one character. */
function tampered(part: number): string {
  const parts = good.split('.');
  const text = parts[part]!;
  // Not the last character, of which some bits are not looked at.
  parts[part] = (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
  return parts.join('.');
}

/** Signed with a private key of the caller's own, whose public half the header brings along. */
function withOwnKey(): string {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const header = { alg: 'RS256', jwk: publicKey.export({ format: 'jwk' }) };
  const text = forged({ header, key: null }).slice(0, -1);
  return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
}

const BAD: [string, () => string][] = [
  ['no signature', () => forged({ key: null })],
  ['the algorithm none', () => forged({ header: { alg: 'none' }, key: null })],
  ['the algorithm NONE, and a signature', () => forged({ header: { alg: 'NONE' } })],
  ['another algorithm of the same family', () => forged({ header: { alg: 'HS512' } })],
  ['no algorithm', () => forged({ header: { alg: undefined } })],
  ['another key', () => forged({ key: randomBytes(32) })],
  ['an empty key', () => forged({ key: Buffer.alloc(0) })],
  ['the key as text', () => forged({ key: Buffer.from(KEY.toString('base64')) })],
  ["a key pair of the caller's", withOwnKey],
  ['an unknown key id', () => forged({ header: { kid: 'k2' } })],
  ['no key id', () => forged({ header: { kid: undefined } })],
  ...[
    '../../../../dev/null',
    '/dev/null',
    'k1\u0000',
    "k1' OR '1'='1",
    '__proto__',
    'constructor',
    'https://x.example/k1',
  ].map((kid): [string, () => string] => [
    `the key id ${JSON.stringify(kid)}`,
    () => forged({ header: { kid }, key: Buffer.alloc(0) }),
  ]),
  ['an array as key id', () => forged({ header: { kid: ['k1'] } })],
  [
    'the address of a key',
    () => forged({ header: { jku: 'https://x.example/keys', x5u: 'https://x.example/' }, key: randomBytes(32) }),
  ],
  ['another type', () => forged({ header: { typ: 'JWT' } })],
  ['no type', () => forged({ header: { typ: undefined } })],
  ['another audience', () => forged({ claims: { aud: 'another-api' } })],
  ['no audience', () => forged({ claims: { aud: undefined } })],
  ['another issuer', () => forged({ claims: { iss: 'another' } })],
  ['no issuer', () => forged({ claims: { iss: undefined } })],
  ['an end in the past', () => expiredToken(good, KEY)],
  ['no end', () => forged({ claims: { exp: undefined } })],
  ['an end that is no number', () => forged({ claims: { exp: 'never' } })],
  ['a beginning in the future', () => forged({ claims: { nbf: soon } })],
  ['another user', () => forged({ claims: { sub: '0198b8a0-0000-7000-8000-000000000001' } })],
  ['an unknown session', () => forged({ claims: { sid: '0198b8a0-0000-7000-8000-000000000001' } })],
  ['a session that is no id', () => forged({ claims: { sid: "' OR 1=1 --" } })],
  ['no session', () => forged({ claims: { sid: undefined } })],
  ['a changed header', () => tampered(0)],
  ['changed claims', () => tampered(1)],
  ['a changed signature', () => tampered(2)],
  ['a part too many', () => `${good}.x`],
  ['a part too few', () => good.split('.').slice(0, 2).join('.')],
  ['nothing but dots', () => '..'],
  ['8 KB of nothing', () => 'a'.repeat(8_000)],
];

/** Everything but what names the request. */
function told({ status, headers, body }: Answer): unknown {
  const { requestId, ...rest } = body;
  expect(requestId).toBe(headers.get('x-request-id'));
  return { status, challenge: headers.get('www-authenticate'), length: headers.get('content-length'), rest };
}

describe('an access token', () => {
  it('is good as it was given out, and as this file signs it', async () => {
    for (const token of [good, forged({})]) expect((await call(token)).status).toBe(200);
  });

  it.each(BAD)('with %s is UNAUTHENTICATED, and the answer says no more than for any other', async (_, make) => {
    const answer = await call(make());
    expectProblem(answer, 401, 'UNAUTHENTICATED');
    expect(told(answer)).toEqual(told(await call('garbage')));
  });

  it('that is bad is not taken for one that is good, however often it comes', async () => {
    const bad = tampered(2);
    for (const token of [bad, good, bad, good, bad]) {
      expect((await call(token)).status).toBe(token === good ? 200 : 401);
    }
  });

  it('is nothing that the log shows', async () => {
    await call(tampered(1));
    await actorOf(api.client);
    const signature = good.split('.')[2]!;
    expect(JSON.stringify(api.logs)).not.toContain(signature);
    // A server may have told at the start what it cannot do.
    const complaints = api.logs.filter(({ level, context }) => Number(level) >= 40 && context !== 'Database');
    expect(complaints).toEqual([]);
  });

  it('that is bad is refused before anything is looked up, so that no time tells what is wrong with it', async () => {
    const query = jest.spyOn(api.app.get(PrimaryDatabase, { strict: false }), 'query');
    for (const token of ['garbage', forged({ key: randomBytes(32) }), expiredToken(good, KEY), tampered(2)]) {
      expect((await call(token)).status).toBe(401);
    }
    expect(query).not.toHaveBeenCalled();
    // One that is signed as it should be is, for nobody knows yet whether its session goes on.
    await call(forged({ claims: { sid: randomUUID() } }));
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
  });
});
