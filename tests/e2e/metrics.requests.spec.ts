import { Fleet } from './support/fleet';
import { METRICS_TOKEN, Scrape, scrape } from './support/metrics';
import { RawConnection, rawRequest } from './support/raw-http';
import { until } from './support/server-process';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ METRICS_TOKEN });
});
afterAll(() => api.stop());

const now = () => scrape(api.client.baseUrl);

/** Scrapes until it shows what happened: a request is counted when its connection has taken the answer. */
async function shows(condition: (scrape: Scrape) => boolean): Promise<Scrape> {
  let latest = await now();
  await until(
    async () => condition((latest = await now())),
    () => 'The metrics do not show it.',
    2_000,
  );
  return latest;
}

it('counts and times requests by method, pattern and status', async () => {
  const { id } = await new Fleet(api.client).vehicle();
  const path = '/api/vehicles/:id';
  const requests: [string, string, { method: string; route: string; status: string }][] = [
    ['GET', '/api/vehicles/no-id', { method: 'GET', route: path, status: '400' }],
    ['GET', `/api/vehicles/${id}`, { method: 'GET', route: path, status: '200' }],
    ['HEAD', `/api/vehicles/${id}`, { method: 'HEAD', route: path, status: '200' }],
    ['GET', `/api/vehicles/${crypto.randomUUID()}`, { method: 'GET', route: path, status: '404' }],
    ['PATCH', `/api/vehicles/${id}`, { method: 'PATCH', route: 'unknown', status: '405' }],
    ['GET', '/somebody@example.com', { method: 'GET', route: 'unknown', status: '404' }],
    ['GET', '/%zz', { method: 'GET', route: 'unknown', status: '400' }],
  ];
  for (const [method, address, labels] of requests) {
    const before = (await now()).sum('requests_total', labels);
    await api.client.send(method, address);
    const after = await shows((scrape) => scrape.sum('requests_total', labels) === before + 1);
    expect(after.sum('request_duration_seconds_count', labels)).toBe(before + 1);
    expect(after.sum('request_duration_seconds_bucket', { ...labels, le: '+Inf' })).toBe(before + 1);
  }
});

it('sums what requests took, in seconds, and puts each into every bucket that holds it', async () => {
  const labels = { method: 'GET', route: '/api/drivers' };
  const start = performance.now();
  for (let times = 0; times < 10; times++) await api.client.get('/api/drivers');
  const seconds = (performance.now() - start) / 1000;
  const scrape = await shows((scrape) => scrape.sum('requests_total', labels) === 10);
  const sum = scrape.sum('request_duration_seconds_sum', labels);
  expect(sum).toBeGreaterThan(0);
  expect(sum).toBeLessThan(seconds);
  const buckets = scrape.of('request_duration_seconds_bucket', labels);
  expect(buckets.map((bucket) => bucket.labels.le)).toEqual(
    ['0.005', '0.01', '0.025', '0.05', '0.085', '0.12', '0.25', '0.5', '1', '2.5', '5', '10', '+Inf'],
  ); // prettier-ignore
  const counts = buckets.map(({ value }) => value);
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect(counts.at(-1)).toBe(10);
});

it('tells how many requests are being answered, and of clients that went away', async () => {
  // Its own request is one.
  expect((await now()).sum('requests_in_flight')).toBe(1);
  const connection = await RawConnection.open(api.client);
  connection.write(rawRequest('POST /api/vehicles/import', ['Content-Type: text/csv', 'Content-Length: 99']));
  await shows((scrape) => scrape.sum('requests_in_flight') === 2);
  connection.close();
  const scrape = await shows((scrape) => scrape.sum('requests_in_flight') === 1);
  expect(scrape.sum('requests_total', { route: '/api/vehicles/import', status: '499' })).toBe(1);
});

it('counts requests no longer whose client has gone while another was before them', async () => {
  const body = JSON.stringify({ email: 'nobody@fleet.local', password: 'takes a while to check' });
  const request = (line: string, ...headers: string[]) =>
    [`${line} HTTP/1.1`, 'Host: fleet', ...headers, '', ''].join('\r\n');
  const first = request('POST /api/auth/login', 'Content-Type: application/json', `Content-Length: ${body.length}`);
  const connection = await RawConnection.open(api.client);
  connection.write(first + body + request('GET /ready').repeat(3)).close();
  await shows((scrape) => scrape.sum('requests_in_flight') === 1);
});
