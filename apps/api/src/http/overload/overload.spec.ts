import { once } from 'node:events';
import { AddressInfo, connect, Socket } from 'node:net';
import Fastify, { FastifyInstance, FastifyRequest } from 'fastify';
import pino from 'pino';
import { Overload } from './overload';
import { WaitingLine } from './waiting-line';

let server: FastifyInstance;
let waiting: (() => void)[];
let left: FastifyRequest[];
let answered: string[];
beforeEach(async () => {
  [waiting, left, answered] = [[], [], []];
  // The test decides when a request's turn has come.
  jest.spyOn(WaitingLine.prototype, 'enter').mockImplementation((go) => void waiting.push(go));
  server = Fastify();
  new Overload(10, pino({ level: 'silent' })).letIn(server, (request) => void left.push(request));
  server.get('/:name', async ({ url, arrivedAt }) => {
    answered.push(url);
    return { waited: performance.now() - arrivedAt };
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await server.close();
});

/** A request that has been read and waits, and both ends of its connection. */
async function ask(path: string): Promise<{ client: Socket; end: Promise<unknown> }> {
  const read = once(server.server, 'request');
  const client = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  client.write(`GET ${path} HTTP/1.1\r\nHost: fleet\r\n\r\n`);
  const [request] = (await read) as [{ socket: Socket }];
  return { client, end: once(request.socket, 'close') };
}

it('answers a request when its turn has come, and knows how long it has waited', async () => {
  const { client } = await ask('/first');
  expect(answered).toEqual([]);
  const until = performance.now() + 5;
  while (performance.now() < until);
  waiting[0]!();
  const [answer] = (await once(client, 'data')) as [Buffer];
  expect(Number(/"waited":([\d.]+)/.exec(answer.toString())![1])).toBeGreaterThanOrEqual(5);
  expect([answered, left]).toEqual([['/first'], []]);
  client.destroy();
});

it('does nothing for a client that went away while it waited, and says so', async () => {
  const { client, end } = await ask('/gone');
  client.destroy();
  await end;
  waiting[0]!();
  expect([answered, left.map(({ url }) => url)]).toEqual([[], ['/gone']]);
});
