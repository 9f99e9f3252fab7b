import { once } from 'node:events';
import { createServer, Server, ServerResponse } from 'node:http';
import { AddressInfo, connect, Socket } from 'node:net';
import { closeQueuedAnswers } from './queued-answers';

const REQUEST = 'GET / HTTP/1.1\r\nHost: fleet\r\n\r\n';
const REQUESTS = 12;

let server: Server;
let answers: ServerResponse[];
let closed: ServerResponse[];
let client: Socket;
beforeEach(async () => {
  [answers, closed] = [[], []];
  server = createServer();
  closeQueuedAnswers(server);
  const all = new Promise<void>((resolve) => {
    server.on('request', (_request, answer) => {
      answer.once('close', () => closed.push(answer));
      if (answers.push(answer) === REQUESTS) resolve();
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.write(REQUEST.repeat(REQUESTS));
  await all;
});
afterEach(async () => {
  client.destroy();
  await once(server.close(), 'close');
});

async function hangUp(): Promise<void> {
  const { socket } = answers.find((answer) => answer.socket)!;
  client.destroy();
  // It may be told of the reset first, which is no fault here.
  await new Promise((resolve) => socket!.once('close', resolve));
}

it('closes all answers of a client that hangs up, each once', async () => {
  const told: ServerResponse[] = [];
  for (const answer of answers) answer.on('close', () => told.push(answer));
  await hangUp();
  expect(new Set(closed)).toEqual(new Set(answers));
  expect(told).toHaveLength(REQUESTS);
});

it('closes those too that had been written and waited for their turn', async () => {
  answers.at(-1)!.end('last');
  await hangUp();
  expect(closed).toHaveLength(REQUESTS);
});

it('leaves answers alone that reach the client', async () => {
  client.resume();
  for (const answer of answers.slice(0, 3)) {
    answer.end('done');
    await once(answer, 'close');
  }
  expect(closed).toEqual(answers.slice(0, 3));
  await hangUp();
  expect(new Set(closed)).toEqual(new Set(answers));
  expect(closed).toHaveLength(REQUESTS);
});
