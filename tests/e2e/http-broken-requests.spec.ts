import { Answer } from './support/client';
import { expectProblem } from './support/problems';
import { parseAnswer, RawConnection, rawRequest, sendRaw } from './support/raw-http';
import { until } from './support/server-process';
import { startTestApi, TestApi } from './support/test-api';

const TIMEOUT_MS = 400;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ REQUEST_TIMEOUT_MS: String(TIMEOUT_MS) });
});
afterAll(() => api.stop());

const raw = (text: string) => sendRaw(api.client, text);
const JSON_TYPE = 'Content-Type: application/json';

describe('a request that does not arrive in time', () => {
  async function timed(text: string): Promise<{ answer: Answer; ms: number }> {
    const start = performance.now();
    const answer = await raw(text);
    return { answer, ms: performance.now() - start };
  }

  it.each([
    ['its body', rawRequest('POST /api/vehicles', [JSON_TYPE, 'Content-Length: 20'], '{"plate"')],
    ['all of its body', rawRequest('POST /api/vehicles', [JSON_TYPE, 'Content-Length: 20'])],
    ['its next chunk', rawRequest('POST /api/vehicles', [JSON_TYPE, 'Transfer-Encoding: chunked'], '5\r\n{"pla\r\n')],
    ['its headers', 'GET /health HTTP/1.1\r\nHost: fleet\r\nX-Fo'],
    ['its first line', 'GET /hea'],
  ])('that lacks %s is REQUEST_TIMEOUT', async (_, text) => {
    const { answer, ms } = await timed(text);
    expectProblem(answer, 408, 'REQUEST_TIMEOUT');
    expect(answer.headers.get('connection')).toBe('close');
    expect(ms).toBeGreaterThan(TIMEOUT_MS * 0.9);
    expect(ms).toBeLessThan(TIMEOUT_MS * 10);
  });

  const IMPORT = rawRequest('POST /api/vehicles/import', ['Content-Type: text/csv', 'Transfer-Encoding: chunked']);
  const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;

  it('as a stream that stands still is REQUEST_TIMEOUT', async () => {
    const { answer, ms } = await timed(IMPORT + chunk('plate,model,year\r\nSTILL-1,Uno,2020\r\n'));
    expectProblem(answer, 408, 'REQUEST_TIMEOUT');
    expect(ms).toBeGreaterThan(TIMEOUT_MS * 0.9);
    expect(ms).toBeLessThan(TIMEOUT_MS * 10);
    expect(api.logs.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });

  it('is no stream that comes slowly', async () => {
    const connection = await RawConnection.open(api.client);
    connection.write(IMPORT + chunk('plate,model,year\r\n'));
    for (let count = 0; count < 6; count++) {
      // Longer in all than a request may take, and never that long without a row.
      await expect(connection.closedWithin(TIMEOUT_MS / 3)).resolves.toBe(false);
      connection.write(chunk(`SLOW-${count},Uno,2020\r\n`));
    }
    const answer = parseAnswer(await connection.write('0\r\n\r\n').untilClosed());
    expect([answer.status, answer.body.created]).toEqual([200, 6]);
  });

  it('does nothing when the rest comes after all', async () => {
    const body = JSON.stringify({ plate: 'LATE-1', model: 'Uno', year: 2020 });
    const connection = await RawConnection.open(api.client);
    connection.write(rawRequest('POST /api/vehicles', [JSON_TYPE, `Content-Length: ${body.length}`], body.slice(0, 9)));
    const answer = parseAnswer(await connection.untilClosed());
    connection.write(body.slice(9));
    expectProblem(answer, 408, 'REQUEST_TIMEOUT');
    const { body: list } = await api.client.get<{ items: unknown[] }>('/api/vehicles?plate=LATE');
    expect(list.items).toEqual([]);
  });

  it('is one that came whole, however slowly it is followed by the next', async () => {
    const connection = await RawConnection.open(api.client);
    const request = 'GET /health HTTP/1.1\r\nHost: fleet\r\n\r\n';
    connection.write(request);
    await connection.untilReceived('"ok"');
    // Between two requests a connection may rest for longer than a request may take.
    await expect(connection.closedWithin(TIMEOUT_MS * 2)).resolves.toBe(false);
    connection.write(rawRequest('GET /ready'));
    expect(await connection.untilClosed()).toContain('"ready"');
  });
});

describe('what is no HTTP', () => {
  it.each([
    ['garbage', 'garbage\r\n\r\n'],
    ['TLS', '\x16\x03\x01\x00\x05hello'],
    ['HTTP/3', 'GET /health HTTP/3.0\r\nHost: fleet\r\n\r\n'],
    ['a method that nobody has', rawRequest('FETCH /health')],
    ['a header without a name', rawRequest('GET /health', [': value'])],
    ['a header with a control character', rawRequest('GET /health', ['X-A: a\u0001b'])],
    ['two lengths', rawRequest('POST /api/vehicles', ['Content-Length: 2', 'Content-Length: 3'], '{}')],
    ['a length that is no number', rawRequest('POST /api/vehicles', ['Content-Length: two'], '{}')],
    ['a length and chunks', rawRequest('POST /x', ['Content-Length: 2', 'Transfer-Encoding: chunked'], '{}')],
    ['a space in the address', rawRequest('GET /api/vehicles?q=a b')],
  ])('%s is MALFORMED_REQUEST', async (_, text) => {
    expectProblem(await raw(text), 400, 'MALFORMED_REQUEST');
  });

  it('is answered as carefully as the rest', async () => {
    const { headers } = await raw('garbage\r\n\r\n');
    const { headers: usual } = await api.client.get('/health');
    const careful = ['content-security-policy', 'x-content-type-options', 'x-frame-options', 'referrer-policy'];
    const valuesOf = (all: Headers) => careful.map((name) => all.get(name)?.trim());
    expect(valuesOf(headers)).toEqual(valuesOf(usual));
    expect(headers.get('x-content-type-options')?.trim()).toBe('nosniff');
  });

  it('a broken chunk is MALFORMED_REQUEST', async () => {
    const text = rawRequest('POST /api/vehicles', [JSON_TYPE, 'Transfer-Encoding: chunked'], 'zz\r\n{}\r\n0\r\n\r\n');
    expectProblem(await raw(text), 400, 'MALFORMED_REQUEST');
  });

  it('HTTP/1.1 without Host is MALFORMED_REQUEST', async () => {
    expectProblem(await raw('GET /health HTTP/1.1\r\n\r\n'), 400, 'MALFORMED_REQUEST');
  });

  it('HTTP/1.0 is good enough', async () => {
    expect((await raw('GET /health HTTP/1.0\r\n\r\n')).status).toBe(200);
  });

  it('headers that are too long are HEADERS_TOO_LARGE', async () => {
    expectProblem(await raw(rawRequest('GET /health', [`X-Long: ${'a'.repeat(20_000)}`])), 431, 'HEADERS_TOO_LARGE');
  });

  it('an expectation that nobody knows is passed over', async () => {
    expect((await raw(rawRequest('GET /health', ['Expect: miracles']))).status).toBe(200);
  });

  it('harms nobody else', async () => {
    await Promise.all(Array.from({ length: 50 }, () => raw('garbage\r\n\r\n')));
    expect((await api.client.get('/health')).status).toBe(200);
  });
});

describe('a client that goes away', () => {
  it('in the middle of its body changes nothing and is no error of ours', async () => {
    const connection = await RawConnection.open(api.client);
    const headers = [JSON_TYPE, 'Content-Length: 50', 'X-Request-Id: gone'];
    connection.write(rawRequest('POST /api/vehicles', headers, '{"plate":'));
    connection.close();
    await until(
      async () => api.logs.some(({ requestId, msg }) => requestId === 'gone' && msg === 'request'),
      () => 'The request is not in the log.',
    );
    expect(api.logs.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
});
