import { once } from 'node:events';
import { IncomingMessage } from 'node:http';
import { AddressInfo, connect, Socket } from 'node:net';
import Fastify, { FastifyInstance, FastifyRequest } from 'fastify';
import pino from 'pino';
import { HttpProblemError } from '../http-problem.error';
import { leaveOutGone } from '../leave-out-gone';
import { lettingIn } from './let-in';
import { Overload } from './overload';
import { WaitingLine } from './waiting-line';

const BODY = '{"a":1}';
const POST = `POST /work HTTP/1.1\r\nHost: fleet\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n`;
const get = (path: string, headers = '') => `GET ${path} HTTP/1.1\r\nHost: fleet\r\n${headers}\r\n`;

let server: FastifyInstance;
/** Each ends a request that is worked on, in the order of their coming. */
let working: (() => void)[];
let clients: Socket[];
/** What it takes to find out who calls. */
let lookUp: (request: FastifyRequest) => Promise<void>;
beforeEach(() => {
  server = Fastify();
  [working, clients] = [[], []];
  lookUp = async () => undefined;
});
afterEach(async () => {
  jest.restoreAllMocks();
  for (const client of clients) client.destroy();
  for (const end of working) end();
  await server.close();
});

async function serve(mostInFlight: number): Promise<void> {
  const overload = new Overload(mostInFlight, pino({ level: 'silent' }));
  overload.letIn(server, () => undefined);
  await overload.refuse(server);
  server.addHook('onRequest', (request) => lookUp(request));
  leaveOutGone(server);
  overload.awaitBodies(server);
  server.setErrorHandler(({ problem: { status, code, headers } }: HttpProblemError, _request, reply) =>
    reply.code(status).headers(headers!).send({ code }),
  );
  const work = () => new Promise((resolve) => working.push(() => resolve({ done: true })));
  const config = lettingIn(({ headers }) => headers.authorization === 'right');
  server.get('/work', work).post('/work', work).get('/watched', { config }, work);
  await server.listen({ port: 0, host: '127.0.0.1' });
}

/** A connection that has sent this, and what the server has read of it so far. */
async function send(text: string): Promise<{ client: Socket; request: IncomingMessage }> {
  const read = once(server.server, 'request');
  const client = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  clients.push(client);
  client.write(text);
  const [request] = (await read) as [IncomingMessage];
  return { client, request };
}

async function answerOf(client: Socket): Promise<string> {
  const [answer] = (await once(client, 'data')) as [Buffer];
  return answer.toString();
}

/** Goes away, and waits until the server knows; in the middle of a body, that is an error to it. */
async function leave(client: Socket, request: IncomingMessage): Promise<void> {
  const gone = new Promise((resolve) => request.socket.once('close', resolve));
  client.destroy();
  await gone;
}

async function untilWorking(count: number): Promise<void> {
  while (working.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Sends that, and expects it to be worked on as the one more that it is. */
async function expectLetIn(text: string): Promise<Socket> {
  const { length } = working;
  const { client } = await send(text);
  await untilWorking(length + 1);
  return client;
}

async function expectRefused(text: string): Promise<void> {
  const { client } = await send(text);
  expect(await answerOf(client)).toMatch(/^HTTP\/1\.1 503 [^]*retry-after: 1\r\n[^]*"UNAVAILABLE"/);
}

describe('of two requests that are worked on at once', () => {
  beforeEach(() => serve(2));

  it('a third one is refused, until one of them is answered', async () => {
    const first = await expectLetIn(get('/work'));
    await expectLetIn(get('/work'));
    await expectRefused(get('/work'));
    const answer = answerOf(first);
    working[0]!();
    expect(await answer).toMatch(/^HTTP\/1\.1 200 /);
    await expectLetIn(get('/work'));
    await expectRefused(get('/work'));
  });

  it('one whose client has gone counts no longer', async () => {
    await expectLetIn(get('/work'));
    const { client, request } = await send(get('/work'));
    await untilWorking(2);
    await leave(client, request);
    await expectLetIn(get('/work'));
    await expectRefused(get('/work'));
  });

  it('none keeps those out that watch over the process, who bring what they must', async () => {
    await expectLetIn(get('/work'));
    await expectLetIn(get('/work'));
    await expectLetIn(get('/watched', 'Authorization: right\r\n'));
    await expectRefused(get('/watched', 'Authorization: wrong\r\n'));
    await expectRefused(get('/watched'));
  });

  it('one whose body has not come is none', async () => {
    const slow = await send(POST);
    await expectLetIn(get('/work'));
    await expectLetIn(get('/work'));
    await expectRefused(get('/work'));
    // Of such a small number, one may be awaited; whose body is there is not.
    await expectRefused(POST);
    slow.client.write(BODY);
    await untilWorking(3);
    working[0]!();
    working[1]!();
    // It counts now, like one that had come whole.
    await expectLetIn(POST + BODY);
    await expectRefused(get('/work'));
  });

  it('one whose body never comes leaves when its client does', async () => {
    const slow = await send(POST);
    await expectRefused(POST);
    await leave(slow.client, slow.request);
    await send(POST);
    await expectRefused(POST);
    await expectLetIn(get('/work'));
    await expectLetIn(get('/work'));
    await expectRefused(get('/work'));
  });

  it('one whose client leaves before it is known who that is leaves nothing behind', async () => {
    for (let round = 0; round < 3; round++) {
      let known: () => void = () => undefined;
      lookUp = async (caller) => {
        await new Promise<void>((resolve) => (known = resolve));
        Object.assign(caller, { principal: { actor: 'user:ana' } });
      };
      const { client, request } = await send(POST);
      await leave(client, request);
      known();
    }
    lookUp = async (caller) => void Object.assign(caller, { principal: { actor: 'user:ana' } });
    const slow = await send(POST);
    await expectRefused(POST);
    await expectLetIn(get('/work'));
    await expectLetIn(get('/work'));
    await expectRefused(get('/work'));
    slow.client.write(BODY);
    await untilWorking(3);
  });

  it('one that has a body which nobody reads is one like any other', async () => {
    const unread = 'Content-Length: 1\r\n';
    await expectLetIn(get('/work', unread));
    await expectLetIn(get('/work', unread));
    await expectRefused(get('/work', unread));
  });

  it('a body that comes with its head is let in while others are awaited', async () => {
    await send(POST);
    await expectLetIn(POST + BODY);
  });
});

describe('while the first in line waits', () => {
  beforeEach(() => serve(1_000));

  it.each([
    [2_000, 'is let in', expectLetIn],
    [2_001, 'is refused', expectRefused],
  ])('for %i ms whoever comes %s', async (milliseconds, _, expectation) => {
    jest.spyOn(WaitingLine.prototype, 'longestMs', 'get').mockReturnValue(milliseconds);
    await expectation(get('/work'));
  });
});
