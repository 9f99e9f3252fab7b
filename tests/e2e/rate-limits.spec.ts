import { ADMINISTRATOR, Callers, PASSWORD, signIn } from './support/callers';
import { Answer, Client } from './support/client';
import { expectProblem } from './support/problems';
import { until } from './support/server-process';
import { startTestApi, TestApi } from './support/test-api';
import { createTestDatabase } from './support/test-database';

let api: TestApi;
let open: TestApi;
let brisk: TestApi;
let guarded: TestApi;
beforeAll(async () => {
  // With a proxy in front each test has an address of its own.
  const database = createTestDatabase();
  api = await startTestApi({ RATE_LIMIT: '5/60s', TRUST_PROXY: '1' }, database);
  open = await startTestApi({ RATE_LIMIT: 'off' }, database);
  brisk = await startTestApi({ RATE_LIMIT: '2/1s' });
  guarded = await startTestApi({ RATE_LIMIT: '1000/60s', LOGIN_RATE_LIMIT: '3/60s', TRUST_PROXY: '1' });
});
afterAll(async () => {
  await open.app.close();
  await Promise.all([api, brisk, guarded].map((one) => one.stop()));
});

let addresses = 0;
const from = (address: string) => ({ 'X-Forwarded-For': address });
const elsewhere = () => from(`198.51.100.${++addresses}`);

/** A service that is new, at an address that is new. */
let self: Client;
/** Who is not known, at the same address. */
let nobody: Client;
beforeEach(async () => {
  nobody = api.client.as(elsewhere());
  self = await serviceAt(nobody.headers);
});

/** Its key is made where nothing is counted. */
async function serviceAt(address: Record<string, string>): Promise<Client> {
  const { headers } = await new Callers(open.client).service('vehicles:read', 'vehicles:write');
  return api.client.as({ ...headers, ...address });
}

const PATH = '/api/vehicles?limit=1';

/** Asks so many times, at once, and gives every answer. */
const ask = (times: number, client = self, path = PATH) =>
  Promise.all(Array.from({ length: times }, () => client.get(path)));
const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort();

describe('an answer', () => {
  it('says what the limit is and what is left of it', async () => {
    const headers = [];
    for (let count = 0; count < 5; count++) headers.push((await self.get(PATH)).headers);
    expect(new Set(headers.map((one) => one.get('ratelimit-policy')))).toEqual(new Set(['"default";q=5;w=60']));
    const left = headers.map((one) => one.get('ratelimit')!.replace(/;t=(60|59|58|57)$/, ''));
    expect(left).toEqual([4, 3, 2, 1, 0].map((remaining) => `"default";r=${remaining}`));
    for (const one of headers) expect(one.get('retry-after')).toBeNull();
  });

  it('says so when it is a refusal, too', async () => {
    const answers = [
      await self.get('/api/vehicles?limit=0'),
      await self.post('/api/vehicles', '{'),
      await self.get('/api/users'),
      await nobody.get(PATH),
      await self.get('/api/nothing'),
      await self.delete('/api/vehicles'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 403, 401, 404, 405]);
    // Where there is no route, nobody asks who it is: the address counts.
    expect(answers.map(({ headers }) => headers.get('ratelimit')!.replace(/;t=\d+$/, ''))).toEqual(
      [4, 3, 2, 4, 3, 2].map((remaining) => `"default";r=${remaining}`),
    );
  });
});

describe('the request after the last', () => {
  it('is RATE_LIMITED, and told when to come back', async () => {
    await ask(5);
    const answer = await self.get(PATH);
    expectProblem(answer, 429, 'RATE_LIMITED');
    const seconds = Number(answer.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(answer.headers.get('ratelimit')).toBe(`"default";r=0;t=${seconds}`);
    expect(answer.headers.get('ratelimit-policy')).toBe('"default";q=5;w=60');
    expect(answer.body.detail).toBe(`No more than 5 requests in 60 s. Try again in ${seconds} s.`);
  });

  it.each([
    ['a change', () => self, () => self.post('/api/vehicles', { plate: 'LATE-1', model: 'Uno', year: 2020 })],
    ['HEAD', () => self, () => self.send('HEAD', PATH)],
    ['what the caller may not do', () => self, () => self.get('/api/users')],
    ['of nobody who is known', () => nobody, () => nobody.get(PATH)],
    ['a path that there is not', () => nobody, () => self.get('/api/nothing')],
    ['a method that there is not', () => nobody, () => self.delete('/api/vehicles')],
    ['the documentation', () => nobody, () => self.get('/openapi.json')],
    ['a sign-in', () => nobody, () => nobody.post('/api/auth/login', ADMINISTRATOR)],
  ])('is refused when it is %s', async (_, caller, request) => {
    await ask(5, caller());
    const { status, headers } = await request();
    expect([status, headers.get('ratelimit')]).toEqual([429, expect.stringMatching(/^"default";r=0;t=\d+$/)]);
  });

  it('is one of any number at once', async () => {
    expect(statuses(await ask(40))).toEqual([...Array<number>(5).fill(200), ...Array<number>(35).fill(429)]);
  });

  it('passes as soon as the first is long enough ago, whatever was refused meanwhile', async () => {
    const allowed: number[] = [];
    const start = performance.now();
    await until(
      async () => {
        const sent = performance.now();
        if ((await brisk.client.get(PATH)).status === 200) allowed.push(sent, performance.now());
        return allowed.length === 10;
      },
      () => 'Nothing passes any more.',
    );
    // Pairs of when it was sent and when it was answered: the fifth passes two stretches after the first, no sooner.
    expect(allowed[9]! - allowed[0]!).toBeGreaterThanOrEqual(2_000);
    expect(allowed[8]! - start).toBeLessThan(4_000);
  });
});

describe('callers', () => {
  it('are counted each for themselves, at one address as well', async () => {
    await ask(6);
    expect(statuses(await ask(5, await serviceAt(nobody.headers)))).toEqual([200, 200, 200, 200, 200]);
    expect(statuses(await ask(5, nobody))).toEqual([401, 401, 401, 401, 401]);
    expect(statuses(await ask(1, api.client.as(elsewhere())))).toEqual([401]);
  });

  it('are one with a key, from any number of addresses', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => self.get(PATH, elsewhere())));
    expect(statuses(answers)).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('are one with an account, however often it has signed in', async () => {
    const { headers } = await signIn(open.client);
    expect(headers).not.toEqual(api.client.headers);
    expect(statuses(await ask(3, api.client))).toEqual([200, 200, 200]);
    expect(statuses(await ask(3, api.client.as(headers)))).toEqual([200, 200, 429]);
  });

  it('who are not known and have a network of IPv6 addresses are one', async () => {
    const at = (address: string) => ask(1, api.client.as(from(address)));
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((host) => at(`2001:db8::${host}`)));
    expect(statuses(answers.flat())).toEqual([401, 401, 401, 401, 401, 429]);
    expect(statuses(await at('2001:db8:0:1::1'))).toEqual([401]);
  });

  it('who guess keys and tokens are one at one address, whom others there do not suffer from', async () => {
    const guess = (at: number): Record<string, string> =>
      at % 2 === 0 ? { 'X-Api-Key': `fm_live_${at}` } : { Authorization: `Bearer guess-${at}` };
    const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => nobody.get(PATH, guess(at))));
    expect(statuses(answers)).toEqual([...Array<number>(5).fill(401), ...Array<number>(15).fill(429)]);
    expectProblem(await nobody.get(PATH, guess(20)), 429, 'RATE_LIMITED');
    expect(statuses(await ask(5))).toEqual([200, 200, 200, 200, 200]);
  });
});

describe('sign-ins', () => {
  let accounts = 0;
  const newEmail = () => `someone-${++accounts}@fleet.example`;
  const attempt = (email: string, address: Record<string, string>, password = 'not the password') =>
    guarded.client.as(address).post('/api/auth/login', { email, password });

  function expectLoginLimit(answer: Answer): void {
    expectProblem(answer, 429, 'RATE_LIMITED');
    const seconds = Number(answer.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(30);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(answer.headers.get('ratelimit')).toBe(`"login";r=0;t=${seconds}`);
    expect(answer.headers.get('ratelimit-policy')).toBe('"login";q=3;w=60');
  }

  it('to one account are limited, from any number of addresses and with the right password', async () => {
    const email = newEmail();
    const user = { email, password: PASSWORD, name: 'Bia Lima', role: 'Manager' };
    expect((await guarded.client.post('/api/users', user)).status).toBe(201);
    expect((await attempt(email, elsewhere(), PASSWORD)).status).toBe(200);
    for (let count = 0; count < 2; count++)
      expectProblem(await attempt(email, elsewhere()), 401, 'INVALID_CREDENTIALS');
    expectLoginLimit(await attempt(email.toUpperCase(), elsewhere(), PASSWORD));
    expectProblem(await attempt(newEmail(), elsewhere()), 401, 'INVALID_CREDENTIALS');
  });

  it('from one address are limited, to any number of accounts', async () => {
    const address = elsewhere();
    for (let count = 0; count < 3; count++)
      expectProblem(await attempt(newEmail(), address), 401, 'INVALID_CREDENTIALS');
    expectLoginLimit(await attempt(ADMINISTRATOR.email, address, ADMINISTRATOR.password));
    expect((await attempt(ADMINISTRATOR.email, elsewhere(), ADMINISTRATOR.password)).status).toBe(200);
  });
});

describe('what watches over the process', () => {
  it.each(['/health', '/ready'])('may ask for %s as often as it likes', async (path) => {
    const answers = await ask(20, self, path);
    expect(new Set(statuses(answers))).toEqual(new Set([200]));
    for (const { headers } of answers) expect(headers.get('ratelimit')).toBeNull();
    expect((await self.get(PATH)).headers.get('ratelimit')).toMatch(/r=4/);
  });
});

describe('off', () => {
  it('limits nothing and says nothing', async () => {
    const answers = await Promise.all(Array.from({ length: 150 }, () => open.client.get(PATH)));
    expect(new Set(statuses(answers))).toEqual(new Set([200]));
    for (const { headers } of answers) expect([...headers.keys()].join()).not.toContain('ratelimit');
  });
});
