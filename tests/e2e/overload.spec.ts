import { expectProblem } from './support/problems';
import { until } from './support/server-process';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

/** Stands still, as a process does that has more to do than it can; the API is in this process. */
function blockEventLoop(milliseconds: number): Promise<void> {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  return new Promise((resolve) => setImmediate(resolve));
}

it('an overloaded process refuses requests until it has caught up, and is alive all the same', async () => {
  expect((await api.client.get('/api/vehicles')).status).toBe(200);
  // The delay is measured over a second, so it takes more than one stop that nothing happens between.
  for (let count = 0; count < 3; count++) await blockEventLoop(1_700);

  const refused = await api.client.get('/api/vehicles');
  expectProblem(refused, 503, 'UNAVAILABLE');
  expect(refused.headers.get('retry-after')).toBe('1');
  expectProblem(await api.client.post('/api/vehicles', {}), 503, 'UNAVAILABLE');
  expect((await api.client.get('/health')).status).toBe(200);

  await until(
    async () => (await api.client.get('/api/vehicles')).status === 200,
    () => 'It does not answer again.',
  );
});
