import { spawnSync } from 'node:child_process';
import { callsOf } from './support/example-calls';
import { addExampleFleet } from './support/example-fleet';
import { METRICS_TOKEN, Scrape, scrape } from './support/metrics';
import { openApiFile, operationsOf } from './support/openapi';
import { startTestApi, TestApi } from './support/test-api';

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ METRICS_TOKEN });
  await addExampleFleet(api.app);
  for (const place of operationsOf(openApiFile())) {
    // It ends the caller's sessions.
    if (place.path === '/api/auth/password') continue;
    for (const [, { method, path, body, mediaType }] of callsOf(place)) {
      await api.client.send(method, path, body, mediaType ? { 'Content-Type': mediaType } : {});
    }
  }
});
afterAll(() => api.stop());

const now = () => scrape(api.client.baseUrl);
const series = (seen: Scrape) => seen.samples.length;

it('have a value for each kind of request, and none for a single resource', async () => {
  const seen = await now();
  const patterns = operationsOf(openApiFile()).map(({ path }) => path.replace(/\{(\w+)\}/g, ':$1'));
  expect([...new Set([...patterns, '/metrics', 'unknown'])]).toEqual(
    expect.arrayContaining(seen.values('requests_total', 'route')),
  );
  expect(seen.values('requests_total', 'route').length).toBeGreaterThan(50);
  const texts = seen.samples.flatMap(({ labels }) => Object.values(labels));
  expect(texts.filter((text) => /[0-9a-f]{8}-[0-9a-f]{4}|@|\?|'/i.test(text))).toEqual([]);
});

it('name statements by a verb and a table', async () => {
  const names = (await now()).values('db_query_duration_seconds_count', 'query');
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => !/^[a-z]+( [A-Z]\w+| sqlite_\w+)?$/.test(name))).toEqual([]);
});

it('do not grow with what is asked for', async () => {
  await api.client.get('/x0');
  const before = series(await now());
  for (let count = 1; count < 200; count++) {
    await api.client.get(`/x${count}`);
    await api.client.get(`/api/vehicles/${crypto.randomUUID()}`);
    await api.client.get(`/api/vehicles?plate=A${count}&limit=${count}`);
  }
  // The first of them may have been new in its kind.
  expect(series(await now()) - before).toBeLessThan(60);
});

// Where promtool is not installed there is nobody to ask; CI, which sets REQUIRE_SERVICES, fails then.
(hasPromtool || process.env.REQUIRE_SERVICES === 'true' ? it : it.skip)(
  'find nothing that promtool complains of',
  async () => {
    const { text } = await now();
    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], { input: text, encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  },
);
