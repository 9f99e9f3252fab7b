import { Database } from '@fleet/infrastructure/shared/database/database';
import { Answer } from './support/client';
import { expectProblem } from './support/problems';
import { until } from './support/server-process';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  // What no client can cause: the schema is not what the product works with.
  await api.app.get(Database, { strict: false }).writer.query('DROP TABLE VehicleTerms');
});
afterAll(() => api.stop());

const MACHINERY = /VehicleTerms|SELECT|INSERT|no such|invalid object|sqlite|mssql|typeorm|QueryFailed|\.[jt]s:/i;

const requests: [string, () => Promise<Answer>][] = [
  ['read', () => api.client.get('/api/vehicles?q=secret-word', { 'X-Request-Id': 'broken-read' })],
  [
    'write',
    () =>
      api.client.post(
        '/api/vehicles',
        { plate: 'SECRET-1', model: 'secret-word', year: 2020 },
        { 'X-Request-Id': 'broken-write' },
      ),
  ],
];

describe.each(requests)('a %s that fails for a reason of our own', (kind, request) => {
  it('is INTERNAL and tells nothing of the machinery', async () => {
    const answer = await request();
    expectProblem(answer, 500, 'INTERNAL');
    expect(answer.text).not.toMatch(MACHINERY);
  });

  it('is in the log, with its reason and its request, and without what the request held', async () => {
    await request();
    const own = () => api.logs.filter(({ requestId, level }) => requestId === `broken-${kind}` && Number(level) >= 50);
    await until(
      async () => own().length > 0,
      () => 'There is no such line.',
    );
    expect(JSON.stringify(own())).toMatch(/VehicleTerms/i);
    expect(JSON.stringify(api.logs)).not.toMatch(/secret-(word|1)/i);
  });
});
