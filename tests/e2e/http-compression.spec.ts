import { once } from 'node:events';
import { request, IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { startTestApi, TestApi } from './support/test-api';

const FRONTEND = 'https://fleet.example.com';
const SMALL = '/api/vehicles?limit=1';
const LARGE = '/api/vehicles?limit=50';

let api: TestApi;
let vehicle: VehicleView;
beforeAll(async () => {
  api = await startTestApi({ CORS_ORIGINS: FRONTEND });
  for (let count = 10; count < 70; count++) {
    const body = { plate: `ZIP-${count}`, model: 'Renault Master Furgão', year: 2022 };
    ({ body: vehicle } = await api.client.post<VehicleView>('/api/vehicles', body));
  }
});
afterAll(() => api.stop());

interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** As the answer comes over the wire, to an administrator: fetch would unpack it. */
async function ask(path: string, headers: Record<string, string>, method = 'GET', body = ''): Promise<RawAnswer> {
  const { baseUrl, headers: credentials } = api.client;
  const all = { ...credentials, ...headers };
  const call = request(baseUrl + path, { method, headers: all, agent: false }).end(body);
  const [answer] = (await once(call, 'response')) as [import('node:http').IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) };
}

const taking = (encoding: string) => ({ 'Accept-Encoding': encoding });

describe('an answer above 1 KB', () => {
  it.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
  ])('is compressed for who takes %s', async (accepted, used, unpack) => {
    const plain = await ask(LARGE, {});
    const { status, headers, body } = await ask(LARGE, taking(accepted));
    expect([status, headers['content-encoding']]).toEqual([200, used]);
    expect(unpack(body).equals(plain.body)).toBe(true);
    expect(body.length).toBeLessThan(plain.body.length / 4);
    expect(headers['content-type']).toBe(plain.headers['content-type']);
  });

  it.each(['', 'identity', 'gzip;q=0, br;q=0', 'compress'])('is plain for who takes %j', async (accepted) => {
    const { status, headers, body } = await ask(LARGE, accepted ? taking(accepted) : {});
    expect([status, headers['content-encoding']]).toEqual([200, undefined]);
    expect((JSON.parse(body.toString()) as { items: unknown[] }).items).toHaveLength(50);
  });

  it('is compressed when it is a problem document, too', async () => {
    const fields = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`unknown${at}`, at]));
    const json = { 'Content-Type': 'application/json', ...taking('gzip') };
    const { status, headers, body } = await ask('/api/vehicles', json, 'POST', JSON.stringify(fields));
    expect([status, headers['content-encoding']]).toEqual([400, 'gzip']);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(gunzipSync(body).toString())).toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it.each(['/docs/swagger-ui-bundle.js', '/docs/swagger-ui.css', '/openapi.json', '/docs/icon.svg'])(
    'is compressed when it is %s, and not sent again to whoever has it',
    async (path) => {
      const plain = await ask(path, {});
      const { headers, body } = await ask(path, taking('gzip'));
      const isLarge = plain.body.length >= 1_024;
      expect(headers['content-encoding']).toBe(isLarge ? 'gzip' : undefined);
      expect((isLarge ? gunzipSync(body) : body).equals(plain.body)).toBe(true);
      expect(headers.etag).toBe(plain.headers.etag);
      const again = await ask(path, { ...taking('gzip'), 'If-None-Match': headers.etag! });
      expect([again.status, again.body.length, again.headers['content-encoding']]).toEqual([304, 0, undefined]);
    },
  );
});

describe('an answer below 1 KB', () => {
  it.each([SMALL, '/health', '/api/nothing'])('is plain: %s', async (path) => {
    const { headers, body } = await ask(path, taking('br, gzip'));
    expect([headers['content-encoding'], JSON.parse(body.toString())]).toEqual([undefined, expect.anything()]);
    expect(Number(headers['content-length'])).toBe(body.length);
  });
});

describe('every answer', () => {
  it('tells caches that it depends on what the client takes, beside what else it depends on', async () => {
    for (const path of [LARGE, SMALL, '/openapi.json', '/api/nothing']) {
      for (const headers of [taking('gzip'), {}]) {
        expect((await ask(path, headers)).headers.vary).toMatch(/accept-encoding/i);
        const { vary } = (await ask(path, { ...headers, Origin: FRONTEND })).headers;
        expect(vary!.toLowerCase().split(', ')).toEqual(expect.arrayContaining(['accept-encoding', 'origin']));
      }
    }
  });

  it('to HEAD tells of what GET would send', async () => {
    for (const path of [LARGE, SMALL, '/openapi.json']) {
      for (const headers of [{}, taking('gzip')]) {
        const told = ({ headers: given }: RawAnswer) => [given['content-length'], given['content-encoding']];
        const head = await ask(path, headers, 'HEAD');
        expect([head.status, head.body.length, told(head)]).toEqual([200, 0, told(await ask(path, headers))]);
      }
    }
  });

  it('names the version of what it shows, however it is packed', async () => {
    for (const headers of [taking('gzip'), {}]) {
      const { headers: given } = await ask(`/api/vehicles/${vehicle.id}`, headers);
      expect(given.etag).toBe('"1"');
    }
  });
});

describe('a compressed request', () => {
  it('is not unpacked', async () => {
    const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' };
    expect((await ask('/api/vehicles', headers, 'POST', 'x')).status).toBe(415);
  });
});
