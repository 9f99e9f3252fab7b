import { once } from 'node:events';
import { AddressInfo, connect, createServer } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '@fleet/api/create-api';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { METRICS_TOKEN } from './support/metrics';
import { expectProblem } from './support/problems';
import { parseAnswer, RawConnection, rawRequest } from './support/raw-http';
import { until } from './support/server-process';
import { startTestApi, TestApi } from './support/test-api';
import { createTestDatabase, TEST_ADMIN, TEST_KEYS } from './support/test-database';

/** Longer than the event loop may stand still. */
const TOO_LONG_MS = 1_700;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ METRICS_TOKEN });
});
beforeEach(() =>
  until(
    async () => (await api.client.get('/api/vehicles')).status === 200,
    () => 'It does not answer.',
  ),
);
afterAll(() => api.stop());

/** Stands still, as a process does that has more to do than it can; the API is in this process. */
function block(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, TOO_LONG_MS);
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
/** The meter reads in a timer. */
const nextTimers = () => new Promise((resolve) => setTimeout(resolve, 0));

/** The delay is measured over a second, so it takes several stops that nothing happens between. */
async function standStill(): Promise<void> {
  for (let count = 0; count < 3; count++) {
    block();
    await nextTurn();
  }
}

it('a process that stands still refuses requests until it has caught up, and is alive all the same', async () => {
  await standStill();
  const refused = await api.client.impatient.get('/api/vehicles');
  expectProblem(refused, 503, 'UNAVAILABLE');
  expect(refused.headers.get('retry-after')).toBe('1');
  expectProblem(await api.client.impatient.post('/api/vehicles', {}), 503, 'UNAVAILABLE');
  expect((await api.client.get('/health')).status).toBe(200);
  await until(
    async () => (await api.client.get('/api/vehicles')).status === 200,
    () => 'It does not answer again.',
  );
});

it('a process that stands still shows itself to whoever watches over it', async () => {
  await standStill();
  const nobody = api.client.impatient.as();
  const scrape = (token: string) => nobody.get('/metrics', { Authorization: `Bearer ${token}` });
  // All at once, before it has caught up.
  const watched = [nobody.get('/health'), nobody.get('/ready'), scrape(METRICS_TOKEN)];
  const others = [nobody.get('/metrics'), scrape('another-token-for-tests'), api.client.impatient.get('/api/vehicles')];
  expect((await Promise.all(watched)).map(({ status }) => status)).toEqual([200, 200, 200]);
  for (const answer of await Promise.all(others)) expectProblem(answer, 503, 'UNAVAILABLE');
});

it('a process that is kept from its timers by what it has to read refuses requests', async () => {
  // Whoever is read first in this turn of the event loop holds up those that are read after.
  const holdUp = createServer((socket) => socket.on('data', block)).listen(0, '127.0.0.1');
  await once(holdUp, 'listening');
  const first = connect((holdUp.address() as AddressInfo).port, '127.0.0.1');
  await once(first, 'connect');
  const [second, third] = [await RawConnection.open(api.client), await RawConnection.open(api.client)];

  first.write('x');
  second.write(rawRequest('GET /api/vehicles'));
  third.write(rawRequest('GET /health'));
  expectProblem(parseAnswer(await second.untilClosed()), 503, 'UNAVAILABLE');
  expect(parseAnswer(await third.untilClosed()).status).toBe(200);
  first.destroy();
  holdUp.close();
});

it('a process that stood still while it started answers the first that ask', async () => {
  const database = createTestDatabase();
  const settings = { DATABASE_MIGRATE: 'true', WORKER: 'external', LOG_LEVEL: 'silent' };
  const environment = { DATABASE_URL: database.url, ...settings, ...TEST_KEYS, ...TEST_ADMIN };
  const app = await createApi(loadConfiguration(environment));
  try {
    await app.init();
    for (let stops = 0; stops < 5 && !isUnderPressure(app); stops++) {
      block();
      await nextTimers();
    }
    expect(isUnderPressure(app)).toBe(true);
    await app.listen(0, '127.0.0.1');
    expect((await fetch(`${await app.getUrl()}/ready`)).status).toBe(200);
  } finally {
    await app.close();
    await database.drop();
  }
});

/** What the meter of the event loop's delay has to say. */
function isUnderPressure(app: NestFastifyApplication): boolean {
  const server = app.getHttpAdapter().getInstance() as unknown as { isUnderPressure(): boolean };
  return server.isUnderPressure();
}
