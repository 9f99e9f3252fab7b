import { FormServer, startFormServer, STORED } from './support/form-server';
import { expectProblem } from './support/problems';

let server: FormServer;
beforeAll(async () => {
  server = await startFormServer({ fileLimit: 4_096, requestTimeout: 30_000 });
});
afterAll(() => server.stop());

const get = (headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${server.client.baseUrl}/file`, { method, headers });

it('a file is sent as it is, to be saved and not to be shown', async () => {
  const answer = await get({ 'Accept-Encoding': 'br, gzip' });
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-length': '3000',
    'content-disposition': 'attachment; filename="signature-1.png"',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    etag: '"abc123"',
  });
  expect(answer.headers.get('content-encoding')).toBeNull();
  expect(Buffer.from(await answer.arrayBuffer()).equals(STORED)).toBe(true);
});

it.each(['"abc123"', 'W/"abc123"', '"other", "abc123"', '*'])('who has it, as %s, is told so unread', async (tags) => {
  const before = server.reads();
  const answer = await get({ 'If-None-Match': tags });
  expect([answer.status, await answer.text(), answer.headers.get('etag')]).toEqual([304, '', '"abc123"']);
  expect(answer.headers.get('content-type')).toBeNull();
  expect(server.reads()).toBe(before);
});

it.each(['"abc"', '"abc1234"', 'abc123', '"1"', ''])('who has something else, as %j, gets it', async (tags) => {
  expect((await get({ 'If-None-Match': tags })).status).toBe(200);
});

it('HEAD tells of the same answer without it', async () => {
  const answer = await get({}, 'HEAD');
  expect([answer.status, await answer.text()]).toEqual([200, '']);
  expect(answer.headers.get('content-length')).toBe('3000');
  expect(answer.headers.get('etag')).toBe('"abc123"');
});

it('a file that cannot be opened is a mistake of ours, and nothing of it is sent', async () => {
  const answer = await server.client.get('/broken');
  expectProblem(answer, 500, 'INTERNAL');
  expect([answer.headers.get('content-disposition'), answer.headers.get('etag')]).toEqual([null, null]);
});
