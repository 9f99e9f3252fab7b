import { Client } from './support/client';
import { OpenApi, openApiFile } from './support/openapi';
import { expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
/** Nobody who is known: documentation is for everybody. */
let client: Client;
beforeAll(async () => {
  api = await startTestApi();
  client = api.client.as();
});
afterAll(() => api.stop());

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

const TYPES = [
  ['/docs', 'text/html; charset=utf-8'],
  ['/docs/', 'text/html; charset=utf-8'],
  ['/docs/explorer.js', SCRIPT],
  ['/docs/explorer.css', STYLE],
  ['/docs/swagger-ui-bundle.js', SCRIPT],
  ['/docs/swagger-ui.css', STYLE],
  ['/redoc', 'text/html; charset=utf-8'],
  ['/docs/reference.js', SCRIPT],
  ['/docs/reference.css', STYLE],
  ['/docs/redoc.js', SCRIPT],
  ['/docs/icon.svg', 'image/svg+xml'],
  ['/openapi.json', 'application/json; charset=utf-8'],
] as const;

describe.each(TYPES)('%s', (path, type) => {
  it('is served with its type, to HEAD as well, and not again to whoever has it', async () => {
    const { status, headers, text } = await client.get(path);
    expect([status, headers.get('content-type'), text.length > 0]).toEqual([200, type, true]);
    const head = await client.send('HEAD', path);
    expect([head.status, head.headers.get('content-type'), head.text]).toEqual([200, type, '']);
    expect(head.headers.get('content-length')).toBe(headers.get('content-length'));
    const again = await client.get(path, { 'If-None-Match': headers.get('etag')! });
    expect([again.status, again.text]).toEqual([304, '']);
  });
});

describe.each(['/docs', '/redoc'])('the page %s', (path) => {
  it('loads nothing but what this server serves', async () => {
    const { text, headers } = await client.get(path);
    const links = [...text.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, link]) => link!);
    expect(links.length).toBeGreaterThan(3);
    for (const link of links)
      expect([link, (await client.get(link)).status]).toEqual([expect.stringMatching(/^\/docs\//), 200]);
    // Whatever else a script might think of: the browser holds it to this.
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/https?:|unsafe-eval|script-src [^;]*unsafe-inline/);
  });

  it('has no script of its own in it', async () => {
    const { text } = await client.get(path);
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|style=/);
  });
});

describe('the API explorer', () => {
  it('is ready to be worked in, and tells nobody else', async () => {
    const { text } = await client.get('/docs/explorer.js');
    for (const setting of ['tryItOutEnabled: true', 'deepLinking: true', 'filter: true', 'validatorUrl: null']) {
      expect(text).toContain(setting);
    }
    for (const script of ['explorer.js', 'reference.js']) {
      expect((await client.get(`/docs/${script}`)).text).not.toMatch(/https?:/);
    }
    expect((await client.get('/docs/redoc.js')).text).not.toContain('cdn.redoc.ly');
  });
});

describe('/openapi.json', () => {
  it('is the document of the repository, and names the newest model year', async () => {
    const { body } = await client.get<OpenApi>('/openapi.json');
    const newest = new Date().getUTCFullYear() + 1;
    for (const name of ['RegisterVehicleRequest', 'ChangeVehicleRequest']) {
      const year = body.components.schemas[name]!.properties!.year as { maximum?: number };
      expect([newest, newest - 1]).toContain(year.maximum);
      delete year.maximum;
    }
    expect(body).toEqual(openApiFile());
  });
});

it.each(['/docs/nothing', '/docs/package.json', '/docs/../package.json', '/redoc/x', '/openapi.yaml'])(
  '%s is a problem document',
  async (path) => {
    expectProblem(await client.get(path), 404, 'PATH_NOT_FOUND');
  },
);

it('takes no other methods', async () => {
  const answer = await client.post('/docs', {});
  expectProblem(answer, 405, 'METHOD_NOT_ALLOWED');
  expect(answer.headers.get('allow')).toBe('GET, HEAD');
});
