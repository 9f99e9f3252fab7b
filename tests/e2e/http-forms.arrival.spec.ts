import { file, FORM_TYPE, formOf, sendBytes, text } from './support/forms';
import { FormServer, startFormServer } from './support/form-server';
import { expectProblem } from './support/problems';
import { parseAnswer, RawConnection, rawRequest } from './support/raw-http';

const TIMEOUT_MS = 1_000;
const FORM = formOf(text('receivedBy', 'Ana'), file('photos', Buffer.alloc(500, 1)));
const CHUNKED = [FORM_TYPE, 'Transfer-Encoding: chunked'];

let server: FormServer;
beforeAll(async () => {
  server = await startFormServer({ fileLimit: 4_096, requestTimeout: TIMEOUT_MS });
});
afterAll(() => server.stop());

const head = (path: string, ...headers: string[]) => rawRequest(`POST ${path}`, headers);
const chunk = (content: Buffer) =>
  Buffer.concat([Buffer.from(`${content.length.toString(16)}\r\n`), content, Buffer.from('\r\n')]);
const open = async (path: string, ...headers: string[]) =>
  (await RawConnection.open(server.client)).write(head(path, ...headers));
const answerOf = async (connection: RawConnection) => parseAnswer(await connection.untilClosed());

/** Sends a little of a body time and again, without an end, while the work is done. */
async function dripping<T>(connection: RawConnection, drop: string, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => connection.write(chunk(Buffer.from(drop))), TIMEOUT_MS / 5);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** Does work that takes less time than a form has which never ends: one that was begun before it is still open. */
async function beforeAFormEnds(work: () => Promise<void>): Promise<void> {
  const form = await open('/form', ...CHUNKED);
  // What is before the first boundary belongs to no part.
  await dripping(form, 'x', work);
  expect(await form.closedWithin(0)).toBe(false);
  form.close();
}

describe('a form that does not arrive in time', () => {
  it.each([
    ['stands still at once', 0],
    ['stands still in a file', 300],
    ['lacks its last byte', FORM.length - 1],
  ])('%s: REQUEST_TIMEOUT', async (_, length) => {
    await beforeAFormEnds(async () => {
      const connection = await open('/form', FORM_TYPE, `Content-Length: ${FORM.length}`);
      const answer = await answerOf(connection.write(FORM.subarray(0, length)));
      expectProblem(answer, 408, 'REQUEST_TIMEOUT');
      expect(answer.headers.get('connection')).toBe('close');
    });
  });

  it('never ends: REQUEST_TIMEOUT after ten times as long', async () => {
    const start = performance.now();
    const connection = await open('/form', ...CHUNKED);
    const answer = await dripping(connection, 'x', () => answerOf(connection));
    expectProblem(answer, 408, 'REQUEST_TIMEOUT');
    expect(performance.now() - start).toBeGreaterThan(TIMEOUT_MS * 9);
  });

  it('is none that comes slowly, as long as it comes', async () => {
    const connection = await open('/form', ...CHUNKED);
    for (let at = 0; at < FORM.length; at += Math.ceil(FORM.length / 6)) {
      expect(await connection.closedWithin(TIMEOUT_MS / 3)).toBe(false);
      connection.write(chunk(FORM.subarray(at, at + Math.ceil(FORM.length / 6))));
    }
    expect((await answerOf(connection.write('0\r\n\r\n'))).body).toEqual({ receivedBy: 'Ana', files: ['photos 500'] });
  });

  it('is JSON, which has no more time than elsewhere', async () => {
    await beforeAFormEnds(async () => {
      const connection = await open('/either', 'Content-Type: application/json', ...CHUNKED.slice(1));
      const answer = await dripping(connection, ' ', () => answerOf(connection));
      expectProblem(answer, 408, 'REQUEST_TIMEOUT');
    });
  });
});

describe('a client that goes away', () => {
  it('in the middle of a form reaches no handler, and harms nobody', async () => {
    const before = server.handled();
    for (const length of [0, 40, 150, FORM.length - 3]) {
      const connection = await open('/form', FORM_TYPE, `Content-Length: ${FORM.length}`);
      connection.write(FORM.subarray(0, length)).close();
      await connection.untilClosed();
    }
    expect((await sendBytes(server.client, '/form', FORM)).status).toBe(200);
    expect(server.handled()).toBe(before + 1);
  });
});

describe('a file that is too large', () => {
  it('is refused before its end has come', async () => {
    const connection = await open('/form', ...CHUNKED);
    connection.write(chunk(formOf(file('photos', Buffer.alloc(5_000))).subarray(0, 4_900)));
    expect(await connection.untilReceived('PAYLOAD_TOO_LARGE')).toContain('HTTP/1.1 413');
    connection.close();
  });
});

describe('a caller who may not', () => {
  it.each([
    ['nobody', '', 401, 'UNAUTHENTICATED'],
    ['a stranger', 'Authorization: Bearer stranger', 401, 'UNAUTHENTICATED'],
  ])('send a form, %s, is refused before it is sent', async (_, credentials, status, code) => {
    const headers = [FORM_TYPE, 'Content-Length: 100000', ...(credentials ? [credentials] : [])];
    const connection = await open('/members', ...headers);
    const received = await connection.untilReceived(code);
    expect(received).toContain(`HTTP/1.1 ${status}`);
    connection.close();
  });

  it('is nobody who is known', async () => {
    const before = server.handled();
    const headers = [FORM_TYPE, 'Authorization: Bearer known'];
    expect((await sendBytes(server.client, '/members', FORM, headers)).body).toEqual({ files: 1 });
    expect(server.handled()).toBe(before + 1);
  });
});
