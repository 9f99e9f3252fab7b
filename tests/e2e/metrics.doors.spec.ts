import { expectProblem } from './support/problems';
import { METRICS_TOKEN, scrape } from './support/metrics';
import { freePort, ServerProcess, spawnProgram, startServerProcess, until } from './support/server-process';
import { startTestApi } from './support/test-api';
import { createTestDatabase } from './support/test-database';

const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

describe('with METRICS_TOKEN', () => {
  it('metrics are for whoever brings it, however often, and for nobody else', async () => {
    const api = await startTestApi({ METRICS_TOKEN, RATE_LIMIT: '1/60s' });
    const bearing = (token: string) => api.client.as({ Authorization: `Bearer ${token}` });
    // A small machine that has just started something may be too busy for a moment.
    await until(
      async () => (await bearing(METRICS_TOKEN).get('/metrics')).status === 200,
      () => 'The metrics are not shown.',
    );
    for (let times = 0; times < 3; times++) {
      const { status, headers, text } = await bearing(METRICS_TOKEN).get('/metrics');
      expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
        200,
        CONTENT_TYPE,
        'no-store',
      ]);
      expect(text).toContain('\nrequests_total{');
    }
    for (const token of ['another-token-for-tests', METRICS_TOKEN.slice(1), `${METRICS_TOKEN}x`, '']) {
      expectProblem(await bearing(token).get('/metrics'), 401, 'UNAUTHENTICATED');
    }
    // An administrator's token is another one.
    expectProblem(await api.client.get('/metrics'), 401, 'UNAUTHENTICATED');
    expectProblem(await api.client.as().get('/metrics'), 401, 'UNAUTHENTICATED');
    await api.stop();
  });
});

describe('without a setting', () => {
  it('there are no metrics', async () => {
    const api = await startTestApi();
    expectProblem(await api.client.get('/metrics'), 404, 'PATH_NOT_FOUND');
    await api.stop();
  });
});

describe('with METRICS_PORT', () => {
  const database = createTestDatabase();
  const environment = { DATABASE_URL: database.url, DATABASE_MIGRATE: 'true' };
  let port: number;
  let api: ServerProcess;
  beforeAll(async () => {
    port = await freePort();
    api = await startServerProcess({ ...environment, METRICS_PORT: String(port) });
  });
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  it('the API shows its metrics there, and nothing else, and nothing of them at its own port', async () => {
    const at = `http://127.0.0.1:${port}`;
    const response = await fetch(`${at}/metrics?from=anywhere`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, CONTENT_TYPE]);
    expect(await response.text()).toMatch(/^process_cpu_seconds_total /m);
    for (const path of ['/', '/health', '/api/vehicles', '/metricsx']) {
      expect((await fetch(at + path)).status).toBe(404);
    }
    expect((await fetch(`${at}/metrics`, { method: 'POST' })).status).toBe(404);
    expectProblem(await api.client.get('/metrics'), 404, 'PATH_NOT_FOUND');
  });

  it('a port that is taken stops the start with a line that says which', async () => {
    const second = spawnProgram('apps/api/src/main.js', { ...environment, PORT: '0', METRICS_PORT: String(port) });
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain(`Port ${port} is in use by another program: set METRICS_PORT to a free one.`);
  });

  it('the worker shows its own, and goes when it is told to', async () => {
    const own = await freePort();
    const worker = spawnProgram('apps/worker/src/main.js', { ...environment, METRICS_PORT: String(own) });
    await until(
      async () => (await scrape(`http://127.0.0.1:${own}`)).of('nodejs_eventloop_lag_seconds').length > 0,
      () => `The worker shows no metrics: ${worker.output()}`,
    );
    expect(await worker.stop()).toBe(0);
  });
});
