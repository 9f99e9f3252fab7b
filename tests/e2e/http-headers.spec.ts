import { rawRequest, sendRaw } from './support/raw-http';
import { startTestApi, TestApi } from './support/test-api';

const FRONTEND = 'https://fleet.example.com';
const OTHER = 'http://localhost:5173';
const FOREIGN = 'https://evil.example.com';

let closed: TestApi;
let open: TestApi;
let wide: TestApi;
let proxied: TestApi;
beforeAll(async () => {
  closed = await startTestApi();
  open = await startTestApi({ CORS_ORIGINS: `${FRONTEND}, ${OTHER}` });
  wide = await startTestApi({ CORS_ORIGINS: '*' });
  proxied = await startTestApi({ TRUST_PROXY: '127.0.0.1' });
});
afterAll(() => Promise.all([closed, open, wide, proxied].map((api) => api.stop())));

const corsHeaders = (headers: Headers) => [...headers.keys()].filter((name) => name.startsWith('access-control-'));

/** What a browser asks before it sends a change. */
function preflight(api: TestApi, origin: string) {
  const asked = ['Access-Control-Request-Method: PUT', 'Access-Control-Request-Headers: content-type,if-match'];
  return sendRaw(api.client, rawRequest('OPTIONS /api/vehicles', [`Origin: ${origin}`, ...asked]));
}

describe('without CORS_ORIGINS', () => {
  it('no browser page of another origin is let in', async () => {
    const { status, headers } = await closed.client.get('/api/vehicles', { Origin: FRONTEND });
    expect([status, corsHeaders(headers)]).toEqual([200, []]);
    const asked = await preflight(closed, FRONTEND);
    expect([asked.status, corsHeaders(asked.headers)]).toEqual([405, []]);
  });
});

describe('with CORS_ORIGINS', () => {
  it.each([FRONTEND, OTHER])('%s is let in and reads the headers that it needs', async (origin) => {
    const { headers } = await open.client.get('/api/vehicles', { Origin: origin });
    expect(headers.get('access-control-allow-origin')).toBe(origin);
    expect(headers.get('vary')).toMatch(/\borigin\b/i);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    const exposed = headers.get('access-control-expose-headers')!.split(', ');
    expect(exposed).toEqual([
      ...['ETag', 'Location', 'X-Request-Id', 'Retry-After', 'RateLimit', 'RateLimit-Policy'],
      ...['Idempotency-Replayed', 'WWW-Authenticate'],
    ]);
  });

  it('a preflight is answered', async () => {
    const { status, headers, text } = await preflight(open, FRONTEND);
    expect([status, text]).toEqual([204, '']);
    expect(headers.get('access-control-allow-origin')).toBe(FRONTEND);
    expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST, PUT, DELETE');
    expect(headers.get('access-control-allow-headers')!.split(', ')).toEqual([
      ...['Authorization', 'X-Api-Key', 'Content-Type', 'Idempotency-Key', 'If-Match', 'If-None-Match'],
      'X-Request-Id',
    ]);
  });

  it('another origin is not let in', async () => {
    for (const origin of [FOREIGN, 'null', `${FRONTEND}.evil.example.com`, FRONTEND.replace('https', 'http')]) {
      const { headers } = await open.client.get('/api/vehicles', { Origin: origin });
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect((await preflight(open, origin)).headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('a page can read problems too', async () => {
    const answers = [
      await open.client.get('/api/nothing', { Origin: FRONTEND }),
      await open.client.get('/api/vehicles?limit=0', { Origin: FRONTEND }),
      await open.client.send('DELETE', '/api/vehicles/available', undefined, { Origin: FRONTEND }),
      await open.client.post('/api/vehicles', '{', { Origin: FRONTEND }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 400, 405, 400]);
    for (const { headers } of answers) expect(headers.get('access-control-allow-origin')).toBe(FRONTEND);
  });

  it('an OPTIONS that is no preflight is no error in plain text', async () => {
    const { status } = await sendRaw(open.client, rawRequest('OPTIONS /api/vehicles'));
    expect(status).toBe(204);
  });

  it('of * lets everybody in', async () => {
    const { headers } = await wide.client.get('/api/vehicles', { Origin: FOREIGN });
    expect([FOREIGN, '*']).toContain(headers.get('access-control-allow-origin'));
  });
});

describe('the headers that protect', () => {
  it.each(['/health', '/api/vehicles', '/api/nothing', '/api/vehicles/nothing', '/api/vehicles?limit=0'])(
    'are on the answer to %s',
    async (path) => {
      const { headers } = await closed.client.get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toMatch(/default-src 'self'/);
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
      // There is nothing that a page of somebody else could make a browser send along.
      expect(headers.get('set-cookie')).toBeNull();
    },
  );

  it('promise TLS only where there is TLS', async () => {
    const behindTls = { 'X-Forwarded-Proto': 'https' };
    const hsts = async (api: TestApi, given = {}) =>
      (await api.client.get('/health', given)).headers.get('strict-transport-security');
    expect(await hsts(proxied, behindTls)).toMatch(/max-age=\d{8}/);
    expect([await hsts(proxied), await hsts(proxied, { 'X-Forwarded-Proto': 'http' })]).toEqual([null, null]);
    // Whoever is no proxy that is trusted may say what it likes.
    expect([await hsts(closed), await hsts(closed, behindTls)]).toEqual([null, null]);
  });

  it('let nobody keep an answer for somebody else, and nobody at all keep one with secrets', async () => {
    const rules = async (method: string, path: string, body?: object) => {
      const { headers } = await closed.client.send(method, path, body);
      return [headers.get('cache-control'), headers.get('vary')];
    };
    const vary = 'accept-encoding, authorization, x-api-key';
    expect(await rules('GET', '/api/vehicles')).toEqual(['private, no-cache', vary]);
    expect(await rules('GET', '/api/vehicles/available')).toEqual(['private, no-cache', vary]);
    expect(await rules('POST', '/api/auth/login', { email: 'a@b.example', password: 'x' })).toEqual(['no-store', vary]);
    expect(await rules('POST', '/api/auth/refresh', { refreshToken: 'x' })).toEqual(['no-store', vary]);
  });

  it('let no page from elsewhere run scripts of elsewhere', async () => {
    const policy = (await closed.client.get('/health')).headers.get('content-security-policy')!;
    expect(policy).not.toMatch(/\*|unsafe-eval|script-src [^;]*unsafe-inline/);
    expect(policy).toMatch(/object-src 'none'/);
  });
});

describe('the media type', () => {
  it('of every answer with a body is JSON in UTF-8', async () => {
    for (const path of ['/health', '/ready', '/api/vehicles', '/api/vehicles/available']) {
      expect((await closed.client.get(path)).headers.get('content-type')).toBe('application/json; charset=utf-8');
    }
  });
});
