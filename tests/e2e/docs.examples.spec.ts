import { Call, callsOf } from './support/example-calls';
import { addExampleFleet } from './support/example-fleet';
import { openApiFile, operationsOf } from './support/openapi';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await addExampleFleet(api.app);
});
afterAll(() => api.stop());

/** They hold what only one user knows; what they are answered with when somebody else sends them. */
const SECRETS: Readonly<Record<string, number>> = { refreshSession: 401, changeOwnPassword: 400 };

const examples = operationsOf(openApiFile());
const calls = examples.filter(({ operation }) => !(operation.operationId in SECRETS)).flatMap(callsOf);
const secret = examples.filter(({ operation }) => operation.operationId in SECRETS);

// One after the other on one fleet, as somebody does who tries everything: no example spoils another one.
describe('the examples succeed as they stand:', () => {
  it.each(calls)('%s', async (_, { method, path, mediaType, body }) => {
    const answer = await api.client.send(method, path, body, mediaType ? { 'Content-Type': mediaType } : {});
    expect([200, 201, 204]).toContain(answer.status);
  });

  it.each(secret)('but for what only one user knows: $method $path', async (place) => {
    const [[, { path, body }]] = callsOf(place) as [[string, Call]];
    expect((await api.client.post(path, body)).status).toBe(SECRETS[place.operation.operationId]);
  });

  it('and say the second time that what was new is taken', async () => {
    const creating = calls.filter(([name]) => /^POST \/api\/(vehicles|drivers|users),/.test(name));
    expect(creating.length).toBeGreaterThan(1);
    for (const [, { path, body }] of creating) expect((await api.client.post(path, body)).status).toBe(409);
  });
});
