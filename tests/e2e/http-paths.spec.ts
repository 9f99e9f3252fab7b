import { randomUUID } from 'node:crypto';
import { Fleet } from './support/fleet';
import { expectFaultsOf, expectProblem } from './support/problems';
import { rawRequest, sendRaw } from './support/raw-http';
import { startTestApi, TestApi } from './support/test-api';

const ID = randomUUID();

/** Every path of the product, with the methods that it takes. */
const ROUTES: Record<string, string> = {
  '/health': 'GET, HEAD',
  '/ready': 'GET, HEAD',
  '/api/vehicles': 'GET, HEAD, POST',
  '/api/vehicles/available': 'GET, HEAD',
  '/api/vehicles/import': 'POST',
  [`/api/vehicles/${ID}`]: 'DELETE, GET, HEAD, PUT',
  '/api/drivers': 'GET, HEAD, POST',
  '/api/drivers/available': 'GET, HEAD',
  [`/api/drivers/${ID}`]: 'DELETE, GET, HEAD, PUT',
  [`/api/vehicles/${ID}/history`]: 'GET, HEAD',
  [`/api/drivers/${ID}/history`]: 'GET, HEAD',
  [`/api/drivers/${ID}/erase`]: 'POST',
  [`/api/drivers/${ID}/activate`]: 'POST',
  [`/api/drivers/${ID}/deactivate`]: 'POST',
  '/api/maintenance': 'GET, HEAD, POST',
  '/api/maintenance/upcoming': 'GET, HEAD',
  [`/api/maintenance/${ID}`]: 'GET, HEAD',
  '/api/maintenance/start': 'POST',
  '/api/maintenance/check': 'POST',
  '/api/trips': 'GET, HEAD',
  '/api/trips/active': 'GET, HEAD',
  [`/api/trips/${ID}`]: 'GET, HEAD',
  [`/api/trips/${ID}/history`]: 'GET, HEAD',
  '/api/trips/start': 'POST',
  [`/api/trips/end/${ID}`]: 'POST',
  '/api/routes': 'GET, HEAD, POST',
  '/api/routes/overview': 'GET, HEAD',
  [`/api/routes/${ID}`]: 'GET, HEAD, PUT',
  [`/api/routes/${ID}/history`]: 'GET, HEAD',
  [`/api/routes/${ID}/checkpoints`]: 'POST, PUT',
  [`/api/routes/${ID}/checkpoints/1`]: 'DELETE, PUT',
  [`/api/routes/${ID}/activate`]: 'POST',
  [`/api/routes/${ID}/complete`]: 'POST',
  [`/api/routes/${ID}/cancel`]: 'POST',
  '/api/deliveries': 'GET, HEAD, POST',
  [`/api/deliveries/${ID}`]: 'GET, HEAD, PUT',
  [`/api/deliveries/${ID}/history`]: 'GET, HEAD',
  [`/api/deliveries/${ID}/assign`]: 'POST',
  [`/api/deliveries/${ID}/status`]: 'POST',
  [`/api/deliveries/${ID}/cancel`]: 'POST',
  [`/api/deliveries/${ID}/retry`]: 'POST',
  [`/api/deliveries/${ID}/erase`]: 'POST',
  [`/api/deliveries/${ID}/checkpoints`]: 'POST',
  [`/api/deliveries/${ID}/incidents`]: 'POST',
  [`/api/deliveries/${ID}/incidents/${ID}/resolve`]: 'POST',
  '/api/deliveries/incidents/resolve': 'POST',
  [`/api/deliveries/${ID}/proof`]: 'POST',
  [`/api/deliveries/${ID}/proof/files/${ID}`]: 'GET, HEAD',
  '/api/deliveries/live-tracking': 'GET, HEAD',
  '/api/deliveries/service-level': 'GET, HEAD',
  '/api/fleet/overview': 'GET, HEAD',
  '/api/deliveries/batch': 'POST',
  '/api/schedules': 'GET, HEAD, POST',
  [`/api/schedules/${ID}`]: 'DELETE, GET, HEAD, PUT',
  [`/api/schedules/${ID}/history`]: 'GET, HEAD',
  [`/api/schedules/${ID}/occurrences`]: 'GET, HEAD',
  [`/api/schedules/${ID}/pause`]: 'POST',
  [`/api/schedules/${ID}/resume`]: 'POST',
  '/api/audit': 'GET, HEAD',
  '/api/auth/login': 'POST',
  '/api/auth/refresh': 'POST',
  '/api/auth/logout': 'POST',
  '/api/auth/password': 'POST',
  '/api/auth/me': 'GET, HEAD',
  '/api/users': 'GET, HEAD, POST',
  [`/api/users/${ID}`]: 'GET, HEAD, PUT',
  [`/api/users/${ID}/activate`]: 'POST',
  [`/api/users/${ID}/deactivate`]: 'POST',
  [`/api/users/${ID}/password`]: 'POST',
  '/api/api-keys': 'GET, HEAD, POST',
  [`/api/api-keys/${ID}`]: 'DELETE, GET, HEAD',
  '/docs': 'GET, HEAD',
  '/redoc': 'GET, HEAD',
  '/openapi.json': 'GET, HEAD',
};

let api: TestApi;
let fleet: Fleet;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
});
afterAll(() => api.stop());

describe('a path that does not exist', () => {
  it.each([
    '/',
    '/api',
    '/api/',
    '/api/vehicle',
    '/api/vehicles/',
    '/api//vehicles',
    '/API/vehicles',
    '/vehicles',
    '/api/health',
    '/api/vehicles/available/now',
    `/api/vehicles/${ID}/trips`,
    '/api/%2e%2e/%2e%2e/etc/passwd',
    '/api/vehicles%2Favailable',
    '/.env',
    '/api/veículos',
    `/${'a'.repeat(3_000)}`,
  ])('%s is PATH_NOT_FOUND, whatever the method', async (path) => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      const answer = await sendRaw(api.client, rawRequest(`${method} ${encodeURI(decodeURI(path))}`));
      expectProblem(answer, 404, 'PATH_NOT_FOUND');
      expect(answer.headers.get('allow')).toBeNull();
    }
  });

  it('is not found whatever the body is', async () => {
    const bodies = [
      ['{', 'application/json'],
      ['{}', 'application/json'],
      ['<a/>', 'text/xml'],
      ['a,b', 'text/csv'],
    ] as const;
    for (const [body, type] of bodies) {
      expectProblem(await api.client.post('/api/nothing', body, { 'Content-Type': type }), 404, 'PATH_NOT_FOUND');
    }
  });
});

describe('a method that a path does not take', () => {
  const paths = Object.entries(ROUTES);

  it.each(paths)('is METHOD_NOT_ALLOWED at %s, with Allow: %s', async (path, allow) => {
    const allowed = allow.split(', ');
    const others = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'].filter(
      (method) => !allowed.includes(method),
    );
    for (const method of others) {
      const answer = await sendRaw(api.client, rawRequest(`${method} ${path}`));
      expectProblem(answer, 405, 'METHOD_NOT_ALLOWED');
      expect(answer.headers.get('allow')).toBe(allow);
    }
  });

  it('is looked for at every path that is documented', async () => {
    const { body } = await api.client.get<{ paths: Record<string, object> }>('/openapi.json');
    const documented = Object.entries(body.paths).map(([path, operations]) => {
      const methods = Object.keys(operations).map((method) => method.toUpperCase());
      return [
        path.replace('{sequence}', '1').replace(/\{\w+\}/g, ID),
        methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])),
      ];
    });
    const own = Object.entries(ROUTES).map(([path, methods]) => [path, methods.split(', ')]);
    expect(documented.length).toBeGreaterThan(15);
    for (const [path, methods] of documented) {
      expect([path, [...new Set(methods)].sort()]).toEqual(own.find(([known]) => known === path));
    }
  });

  it('is told apart from a wrong path in an encoded address too', async () => {
    const answer = await api.client.delete('/api/%76ehicles');
    expectProblem(answer, 405, 'METHOD_NOT_ALLOWED');
    expect(answer.headers.get('allow')).toBe('GET, HEAD, POST');
  });

  it('CONNECT gets no tunnel', async () => {
    const { status } = await sendRaw(api.client, rawRequest('CONNECT 127.0.0.1:1433'));
    expect(status).not.toBe(200);
  });
});

describe('HEAD', () => {
  // How a body is cut up, where its length is not known before, goes away with it.
  const varying = ['date', 'x-request-id', 'keep-alive', 'connection', 'transfer-encoding'];
  const stable = (headers: Headers) => Object.fromEntries([...headers].filter(([name]) => !varying.includes(name)));
  const readable = Object.entries(ROUTES).filter(([, allow]) => allow.includes('GET'));

  it.each(readable)('%s answers as GET does, without the body', async (path) => {
    const get = await api.client.get(path);
    const head = await api.client.send('HEAD', path);
    expect(head.text).toBe('');
    expect(head.status).toBe(get.status);
    // The request id stands in the body of a problem, and is of the same length in both.
    expect(stable(head.headers)).toEqual(stable(get.headers));
  });

  it('answers as GET does where there is something to read', async () => {
    const { id } = await fleet.vehicle();
    const get = await api.client.get(`/api/vehicles/${id}`);
    const head = await api.client.send('HEAD', `/api/vehicles/${id}`);
    expect([head.status, head.text]).toEqual([200, '']);
    expect(stable(head.headers)).toEqual(stable(get.headers));
    const known = await api.client.send('HEAD', `/api/vehicles/${id}`, undefined, { 'If-None-Match': '"1"' });
    expect(known.status).toBe(304);
  });
});

describe('an address that cannot be read', () => {
  it.each(['/api/vehicles/%zz', '/api/vehicles/%', '/%ff', '/api/vehicles/%c3%28', '/api/nothing/%zz'])(
    '%s is MALFORMED_URL',
    async (path) => {
      expectProblem(await sendRaw(api.client, rawRequest(`GET ${path}`)), 400, 'MALFORMED_URL');
    },
  );

  it('because a part of it is too long is MALFORMED_URL', async () => {
    expectProblem(await api.client.get(`/api/vehicles/${'a'.repeat(201)}`), 400, 'MALFORMED_URL');
    expectFaultsOf(await api.client.get(`/api/vehicles/${'a'.repeat(200)}`), 'id');
  });

  it.each([
    'abc',
    '1',
    'null',
    '%00',
    `${ID}%00`,
    `${ID}0`,
    ID.replaceAll('-', ''),
    `{${ID}}`,
    "' OR 1=1 --",
    '%F0%9F%9A%97',
  ])('because its id is %s is VALIDATION_FAILED', async (id) => {
    const path = `/api/vehicles/${encodeURI(decodeURI(id))}`;
    expectFaultsOf(await api.client.get(path), 'id');
    expectFaultsOf(await api.client.delete(path), 'id');
  });

  it('takes an id in upper case', async () => {
    const { id } = await fleet.vehicle();
    const { status, body } = await api.client.get(`/api/vehicles/${id.toUpperCase()}`);
    expect([status, body.id]).toEqual([200, id]);
  });
});
