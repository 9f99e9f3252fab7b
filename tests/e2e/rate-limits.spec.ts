import { Answer } from './support/client';
import { expectProblem } from './support/problems';
import { until } from './support/server-process';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let open: TestApi;
let brisk: TestApi;
beforeAll(async () => {
  // With a proxy in front each test is a client of its own.
  api = await startTestApi({ RATE_LIMIT: '5/60s', TRUST_PROXY: '1' });
  open = await startTestApi({ RATE_LIMIT: 'off' });
  brisk = await startTestApi({ RATE_LIMIT: '2/1s', TRUST_PROXY: '1' });
});
afterAll(() => Promise.all([api, open, brisk].map((one) => one.stop())));

let clients = 0;
let self: Record<string, string>;
beforeEach(() => (self = from(`198.51.100.${++clients}`)));

const from = (address: string) => ({ 'X-Forwarded-For': address });
const PATH = '/api/vehicles?limit=1';

/** Asks so many times, at once, and gives every answer. */
const ask = (times: number, headers = self, path = PATH) =>
  Promise.all(Array.from({ length: times }, () => api.client.get(path, headers)));
const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort();

describe('an answer', () => {
  it('says what the limit is and what is left of it', async () => {
    const headers = [];
    for (let count = 0; count < 5; count++) headers.push((await api.client.get(PATH, self)).headers);
    expect(new Set(headers.map((one) => one.get('ratelimit-policy')))).toEqual(new Set(['"default";q=5;w=60']));
    const left = headers.map((one) => one.get('ratelimit')!.replace(/;t=(60|59|58|57)$/, ''));
    expect(left).toEqual([4, 3, 2, 1, 0].map((remaining) => `"default";r=${remaining}`));
    for (const one of headers) expect(one.get('retry-after')).toBeNull();
  });

  it('says so when it is a refusal, too', async () => {
    const answers = [
      await api.client.get('/api/vehicles?limit=0', self),
      await api.client.get('/api/nothing', self),
      await api.client.delete('/api/vehicles', self),
      await api.client.post('/api/vehicles', '{', self),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 404, 405, 400]);
    expect(answers.map(({ headers }) => headers.get('ratelimit')!.replace(/;t=\d+$/, ''))).toEqual(
      [4, 3, 2, 1].map((remaining) => `"default";r=${remaining}`),
    );
  });
});

describe('the request after the last', () => {
  it('is RATE_LIMITED, and told when to come back', async () => {
    await ask(5);
    const answer = await api.client.get(PATH, self);
    expectProblem(answer, 429, 'RATE_LIMITED');
    const seconds = Number(answer.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(answer.headers.get('ratelimit')).toBe(`"default";r=0;t=${seconds}`);
    expect(answer.headers.get('ratelimit-policy')).toBe('"default";q=5;w=60');
    expect(answer.body.detail).toBe(`No more than 5 requests in 60 s. Try again in ${seconds} s.`);
  });

  it.each([
    ['a change', () => api.client.post('/api/vehicles', { plate: 'LATE-1', model: 'Uno', year: 2020 }, self)],
    ['a path that there is not', () => api.client.get('/api/nothing', self)],
    ['a method that there is not', () => api.client.delete('/api/vehicles', self)],
    ['the documentation', () => api.client.get('/openapi.json', self)],
    ['HEAD', () => api.client.send('HEAD', PATH, undefined, self)],
  ])('is refused when it is %s', async (_, request) => {
    await ask(5);
    expect((await request()).status).toBe(429);
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
        if ((await brisk.client.get(PATH, self)).status === 200) allowed.push(sent, performance.now());
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
  it('are counted each for themselves', async () => {
    await ask(6);
    expect(statuses(await ask(5, from('203.0.113.1')))).toEqual([200, 200, 200, 200, 200]);
  });

  it('with a network of IPv6 addresses are one', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((host) => ask(1, from(`2001:db8::${host}`))));
    expect(statuses(answers.flat())).toEqual([200, 200, 200, 200, 200, 429]);
    expect(statuses(await ask(1, from('2001:db8:0:1::1')))).toEqual([200]);
  });
});

describe('what watches over the process', () => {
  it.each(['/health', '/ready'])('may ask for %s as often as it likes', async (path) => {
    const answers = await ask(20, self, path);
    expect(new Set(statuses(answers))).toEqual(new Set([200]));
    for (const { headers } of answers) expect(headers.get('ratelimit')).toBeNull();
    expect((await api.client.get(PATH, self)).headers.get('ratelimit')).toMatch(/r=4/);
  });
});

describe('off', () => {
  it('limits nothing and says nothing', async () => {
    const answers = await Promise.all(Array.from({ length: 150 }, () => open.client.get(PATH)));
    expect(new Set(statuses(answers))).toEqual(new Set([200]));
    for (const { headers } of answers) expect([...headers.keys()].join()).not.toContain('ratelimit');
  });
});
