import { Client } from './support/client';
import { startTestApi, TestApi } from './support/test-api';

let apis: Record<string, TestApi>;
beforeAll(async () => {
  const start = (proxies?: string) =>
    startTestApi({ RATE_LIMIT: '100/600s', ...(proxies && { TRUST_PROXY: proxies }) });
  apis = {
    nobody: await start(),
    'one proxy': await start('1'),
    'two proxies': await start('2'),
    'this machine': await start('127.0.0.1, 10.0.0.0/8'),
    'another machine': await start('192.0.2.1'),
  };
});
afterAll(() => Promise.all(Object.values(apis).map((api) => api.stop())));

/** Whether the server takes both requests for those of one client, which the second leaves one less than the first. */
async function isOneClient({ client }: TestApi, ...chains: [string, string]): Promise<boolean> {
  // Nobody who is signed in: those are counted by who they are.
  const nobody = client.as();
  const [first, second] = [await call(nobody, chains[0]), await call(nobody, chains[1])];
  return second === first - 1;
}

/** How many more requests the client may send, now that it has sent this one. */
async function call(client: Client, chain: string): Promise<number> {
  const { headers } = await client.get('/api/vehicles', { 'X-Forwarded-For': chain });
  const [, remaining] = /;r=(\d+);/.exec(headers.get('ratelimit') ?? '') ?? [];
  expect(remaining).toBeDefined();
  return Number(remaining);
}

describe('a client that says of itself that it is another one', () => {
  it.each(['nobody', 'another machine'])('is not believed where %s is trusted', async (trusted) => {
    expect(await isOneClient(apis[trusted]!, '203.0.113.1', '203.0.113.2')).toBe(true);
  });
});

describe.each([
  // What stands in front of the address that the proxy adds is what the client has sent.
  ['one proxy', '203.0.113.9, 198.51.100.1', '203.0.113.8, 198.51.100.1', true],
  ['one proxy', '198.51.100.9, 203.0.113.11', '198.51.100.9, 203.0.113.12', false],
  // Some proxies add the port, and some hand on whatever they were told: it is then the proxy itself that counts.
  ['one proxy', '203.0.113.21:4001', '203.0.113.21:4002', true],
  ['one proxy', '[2001:db8::7]:4001', '[2001:db8::8]:4002', true],
  ['one proxy', '203.0.113.22:4001', '203.0.113.23:4001', false],
  ['one proxy', '"><one', '"><two', true],
  ['two proxies', '203.0.113.9, 198.51.100.1, 10.0.0.1', '203.0.113.8, 198.51.100.1, 10.0.0.2', true],
  ['two proxies', '203.0.113.11, 10.0.0.1', '203.0.113.12, 10.0.0.1', false],
  ['this machine', '203.0.113.9, 198.51.100.1, 10.0.0.1', '203.0.113.8, 198.51.100.1, 10.9.9.9', true],
  ['this machine', '203.0.113.11, 10.0.0.1', '203.0.113.12, 10.0.0.1', false],
  ['this machine', '10.0.0.5, 192.0.2.7', '10.0.0.6, 192.0.2.7', true],
])('where %s is trusted', (trusted, first, second, one) => {
  it(`"${first}" and "${second}" are ${one ? 'one client' : 'two clients'}`, async () => {
    expect(await isOneClient(apis[trusted]!, first, second)).toBe(one);
  });
});
