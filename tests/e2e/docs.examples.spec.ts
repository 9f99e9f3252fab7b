import { addExampleFleet } from './support/example-fleet';
import { Example, openApiFile, Operation, operationsOf } from './support/openapi';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await addExampleFleet(api.app);
});
afterAll(() => api.stop());

interface Call {
  readonly method: string;
  readonly path: string;
  readonly mediaType?: string;
  readonly body?: unknown;
}

/** What an explorer sends when nobody has typed anything: once for each example of a body. */
function callsOf(method: string, template: string, { parameters, requestBody }: Operation): [string, Call][] {
  const fill = (name: string) => String(parameters.find((parameter) => parameter.name === name)?.example);
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => fill(name));
  const [content] = Object.entries(requestBody?.content ?? {});
  if (!content) return [[`${method} ${template}`, { method, path }]];
  const [mediaType, { examples }] = content;
  return Object.entries(examples).map(([name, example]) => [
    `${method} ${template}, example ${name}`,
    { method, path, mediaType, body: (example as Example).value },
  ]);
}

const calls = operationsOf(openApiFile()).flatMap(({ method, path, operation }) => callsOf(method, path, operation));

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
