import { callsOf } from './support/example-calls';
import { addExampleFleet } from './support/example-fleet';
import { openApiFile, operationsOf } from './support/openapi';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await addExampleFleet(api.app);
});
afterAll(() => api.stop());

/** A refresh token and a password are one's own: nobody can write down one that is good for everybody. */
const ONES_OWN: readonly string[] = ['POST /api/auth/refresh', 'POST /api/auth/password'];

const calls = operationsOf(openApiFile())
  .filter(({ method, path }) => !ONES_OWN.includes(`${method} ${path}`))
  .flatMap(callsOf);

// One after the other on one fleet, as somebody does who tries everything: no example spoils another one.
describe('the examples succeed as they stand:', () => {
  it.each(calls)('%s', async (_, { method, path, mediaType, body }) => {
    const answer = await api.client.send(method, path, body, mediaType ? { 'Content-Type': mediaType } : {});
    expect([200, 201, 204]).toContain(answer.status);
  });

  it('and say the second time that what was new is taken', async () => {
    const creating = calls.filter(([name]) => /^POST \/api\/(vehicles|drivers),/.test(name));
    expect(creating.length).toBeGreaterThan(1);
    for (const [, { path, body }] of creating) expect((await api.client.post(path, body)).status).toBe(409);
  });
});
