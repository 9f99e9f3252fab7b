import { actorOf } from './support/callers';
import { Fleet } from './support/fleet';
import { expectProblem } from './support/problems';
import { startServerProcess, until } from './support/server-process';
import { startTestApi, TestApi } from './support/test-api';
import { createTestDatabase } from './support/test-database';

type Line = Record<string, unknown>;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

/** The line of the request that had this id. */
async function lineOf(requestId: string): Promise<Line> {
  const own = () => api.logs.filter((line) => line.requestId === requestId && line.msg === 'request');
  await until(
    async () => own().length > 0,
    () => 'The request is not in the log.',
  );
  expect(own()).toHaveLength(1);
  return own()[0]!;
}

describe('the line of a request', () => {
  it('has these fields and no others', async () => {
    await api.client.get('/api/vehicles?limit=5', { 'X-Request-Id': 'shape' });
    const line = await lineOf('shape');
    expect(line).toEqual({
      level: 30,
      time: expect.any(Number) as number,
      requestId: 'shape',
      actor: await actorOf(api.client),
      method: 'GET',
      route: '/api/vehicles',
      status: 200,
      ms: expect.any(Number) as number,
      msg: 'request',
    });
    expect(Math.abs(Date.now() - Number(line.time))).toBeLessThan(60_000);
    expect(line.ms).toBeGreaterThanOrEqual(0);
  });

  it('has the route’s pattern in the place of the address', async () => {
    const { id } = await new Fleet(api.client).vehicle();
    const requests: [string, string, number, string][] = [
      ['GET', `/api/vehicles/${id}`, 200, '/api/vehicles/:id'],
      ['HEAD', `/api/vehicles/${id}`, 200, '/api/vehicles/:id'],
      ['DELETE', `/api/vehicles/${id}`, 204, '/api/vehicles/:id'],
      ['GET', '/api/vehicles/no-id', 400, '/api/vehicles/:id'],
      ['GET', '/api/somebody@example.com', 404, 'unknown'],
      ['PATCH', `/api/vehicles/${id}`, 405, 'unknown'],
      ['GET', '/health', 200, '/health'],
    ];
    for (const [index, [method, path, status, route]] of requests.entries()) {
      await api.client.send(method, path, undefined, { 'X-Request-Id': `route-${index}` });
      expect(await lineOf(`route-${index}`)).toMatchObject({ method, status, route });
    }
  });

  it('is not the only one that has the request’s id', async () => {
    // Whatever is logged in the course of a request can be found by it: here, by the maintenance check.
    await api.client.post('/api/maintenance/check', undefined, { 'X-Request-Id': 'with-check' });
    await lineOf('with-check');
    const others = api.logs.filter(({ requestId, msg }) => requestId === 'with-check' && msg !== 'request');
    expect(others.map(({ msg }) => msg)).toEqual([
      expect.stringMatching(/^MaintenanceCheckJob executado\. \d+ veículos com manutenção próxima\.$/),
    ]);
  });

  it('is there for a refused request, which is no error of ours', async () => {
    expectProblem(await api.client.post('/api/vehicles', {}, { 'X-Request-Id': 'refused' }), 400, 'VALIDATION_FAILED');
    expect(await lineOf('refused')).toMatchObject({ level: 30, status: 400 });
    expect(api.logs.filter(({ requestId, level }) => requestId === 'refused' && Number(level) >= 40)).toEqual([]);
  });
});

describe('a process', () => {
  const environment = { DATABASE_URL: createTestDatabase().url, DATABASE_MIGRATE: 'true' };

  it('writes JSON lines and nothing else, and says where it listens', async () => {
    const server = await startServerProcess({ ...environment, LOG_FORMAT: 'json' });
    await server.stop();
    const lines = server
      .output()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    expect(lines.map(({ msg }) => msg)).toContainEqual(
      expect.stringContaining(`FleetManager listens on ${server.client.baseUrl}.`),
    );
    expect(lines.every(({ requestId }) => typeof requestId === 'string')).toBe(true);
    expect(lines.filter(({ msg }) => msg === 'request').length).toBeGreaterThan(0);
  });

  it('writes for people when it is told to, and only what it is told to', async () => {
    const pretty = await startServerProcess({ ...environment, LOG_FORMAT: 'pretty' });
    await pretty.stop();
    expect(pretty.output()).toMatch(/INFO.*FleetManager listens on/);
    const silent = await startTestApi({ LOG_LEVEL: 'warn' });
    await silent.client.get('/health');
    await silent.stop();
    expect(silent.logs).toEqual([]);
  });
});
