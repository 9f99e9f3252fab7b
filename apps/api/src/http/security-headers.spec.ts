import { once } from 'node:events';
import { AddressInfo } from 'node:net';
import { createServer, get, IncomingMessage, Server, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { CarefulResponse } from './security-headers';

const STRICT = "default-src 'none'";

/** The ways in which Node writes the head of an answer. */
const ANSWERS: Record<string, (response: ServerResponse) => void> = {
  '/with-length': (response) => response.setHeader('Content-Length', 5).end('whole'),
  '/in-pieces': (response) => {
    response.write('in ');
    response.end('pieces');
  },
  '/head-by-hand': (response) => response.writeHead(200, 'Fine', { 'X-Own': 'one' }).end('by hand'),
  '/nothing': (response) => response.writeHead(204).end(),
  '/not-modified': (response) => response.writeHead(304, { ETag: '"1"' }).end(),
  '/file': (response) => response.writeHead(200, { 'content-security-policy': STRICT }).end('file'),
};

let server: Server;
beforeAll(async () => {
  server = createServer({ ServerResponse: CarefulResponse }, ({ url }, response) => ANSWERS[url!]!(response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

async function answerTo(path: string): Promise<{ names: string[]; message: IncomingMessage; body: string }> {
  const { port } = server.address() as AddressInfo;
  const [message] = (await once(get({ port, path, host: '127.0.0.1', agent: false }), 'response')) as [IncomingMessage];
  const names = message.rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  return { names, message, body: await text(message) };
}

// The text of the head is Node's own affair: this is what tells when an update makes something else of it.
it.each([
  ['/with-length', 200, 'whole'],
  ['/in-pieces', 200, 'in pieces'],
  ['/head-by-hand', 200, 'by hand'],
  ['/nothing', 204, ''],
  ['/not-modified', 304, ''],
  ['/file', 200, 'file'],
])('stand once behind the own headers of %s, and its body is its own', async (path, status, expected) => {
  const { names, message, body } = await answerTo(path);
  expect([message.statusCode, body]).toEqual([status, expected]);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name === 'date')).toHaveLength(1);
  expect(names.slice(-11)).toEqual(expect.arrayContaining(['x-content-type-options', 'x-frame-options']));
});

it('leave a stricter policy of content as it is', async () => {
  const policies = ['/file', '/with-length'].map(async (path) => {
    const { message } = await answerTo(path);
    return message.headers['content-security-policy'];
  });
  expect(await Promise.all(policies)).toEqual([STRICT, expect.stringContaining("default-src 'self'")]);
});
