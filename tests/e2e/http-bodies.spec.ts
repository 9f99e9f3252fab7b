import { expectFaultsOf, expectProblem } from './support/problems';
import { parseAnswer, RawConnection, rawRequest, sendRaw } from './support/raw-http';
import { startTestApi, TestApi } from './support/test-api';

const LIMIT = 2_048;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ BODY_LIMIT_BYTES: String(LIMIT) });
});
afterAll(() => api.stop());

const valid = { plate: 'BODY-1', model: 'Fiat Uno', year: 2020 };
const post = (body: unknown, headers: Record<string, string> = {}) => api.client.post('/api/vehicles', body, headers);

/** Sends bytes that no client would send as text. */
async function postBytes(body: Buffer, ...headers: string[]) {
  const connection = await RawConnection.open(api.client);
  connection.write(rawRequest('POST /api/vehicles', [...headers, `Content-Length: ${body.length}`])).write(body);
  return parseAnswer(await connection.untilClosed());
}

describe('a body that is no JSON', () => {
  it.each([
    ['is cut off', '{"plate": "A'],
    ['has a trailing comma', '{"plate": "A",}'],
    ['has single quotes', "{'plate': 'A'}"],
    ['is two documents', '{} {}'],
    ['is text', 'hello'],
    ['is NaN', 'NaN'],
    ['holds a control character', '{"plate": "A\u0001"}'],
  ])('that %s is MALFORMED_JSON', async (_, body) => {
    expectProblem(await post(body), 400, 'MALFORMED_JSON');
  });

  it('in another encoding than UTF-8 is MALFORMED_JSON', async () => {
    const latin1 = Buffer.from('{"plate": "A", "model": "Citroën", "year": 2020}', 'latin1');
    expectProblem(await postBytes(latin1, 'Content-Type: application/json'), 400, 'MALFORMED_JSON');
  });

  it.each([21, 1_000])('nested %i levels deep is MALFORMED_JSON', async (levels) => {
    const nested = '['.repeat(levels - 1) + ']'.repeat(levels - 1);
    expectProblem(await post(`{"plate":${nested}}`), 400, 'MALFORMED_JSON');
  });
});

describe('JSON that is no object', () => {
  it.each(['[]', '[{}]', 'null', '"text"', '1', 'true'])('%s is VALIDATION_FAILED', async (body) => {
    expectFaultsOf(await post(body), '');
  });

  it.each([
    ['with JSON named', { 'Content-Type': 'application/json' }],
    ['with nothing named', {}],
  ])('no body at all, %s, is VALIDATION_FAILED', async (_, headers) => {
    expectFaultsOf(await api.client.post('/api/vehicles', undefined, headers), '');
  });

  it('an action that takes no body does not mind an empty one that is called JSON', async () => {
    const answer = await api.client.post('/api/maintenance/check', undefined, { 'Content-Type': 'application/json' });
    expect(answer.status).toBe(200);
  });
});

describe('fields', () => {
  it('that nobody knows are all named', async () => {
    expectFaultsOf(await post({ ...valid, color: 'red', wheels: 4 }), 'color', 'wheels');
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then'])(
    'called %s are unknown',
    async (name) => {
      for (const value of ['1', '{"prototype": {"polluted": true}}']) {
        const body = `{"${name}": ${value}, ${JSON.stringify(valid).slice(1)}`;
        expectFaultsOf(await post(body), name);
      }
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    },
  );

  it('of a wrong type are all named', async () => {
    expectFaultsOf(
      await post({ plate: 1, model: ['x'], year: '2020', mileage: {} }),
      'mileage',
      'model',
      'plate',
      'year',
    );
    expectFaultsOf(await post({ plate: { $ne: '' }, model: true, year: null }), 'model', 'plate', 'year');
    expectFaultsOf(await post({ ...valid, lastMaintenanceDate: 1 }), 'lastMaintenanceDate');
  });

  it('that are missing are all named', async () => {
    expectFaultsOf(await post({}), 'model', 'plate', 'year');
  });

  it('that are too long or out of their range are all named', async () => {
    const answer = await post({ plate: 'A'.repeat(11), model: 'x'.repeat(101), year: 1e308, mileage: -1 });
    expectFaultsOf(answer, 'mileage', 'model', 'plate', 'year');
  });

  it('given twice count once, with the last value, as JSON has it', async () => {
    const { status, body } = await post('{"plate":"A","plate":"TWICE-1","model":"Uno","year":2020}');
    expect([status, body.plate]).toEqual([201, 'TWICE-1']);
  });

  it('that may be left out may be null', async () => {
    const { status, body } = await post({ ...valid, plate: 'NULL-1', mileage: null, lastMaintenanceDate: null });
    expect([status, body.mileage]).toEqual([201, 0]);
  });
});

describe('the size of a body', () => {
  const ofSize = (bytes: number) => JSON.stringify({ ...valid, plate: 'SIZE-1' }).padEnd(bytes);

  it('may be BODY_LIMIT_BYTES and not a byte more', async () => {
    expect((await post(ofSize(LIMIT))).status).toBe(201);
    expectProblem(await post(ofSize(LIMIT + 1)), 413, 'PAYLOAD_TOO_LARGE');
  });

  it('is counted when it is not announced', async () => {
    const chunked = (bytes: number) => {
      const text = ofSize(bytes);
      const chunks = `${bytes.toString(16)}\r\n${text}\r\n0\r\n\r\n`;
      const headers = ['Content-Type: application/json', 'Transfer-Encoding: chunked'];
      return sendRaw(api.client, rawRequest('POST /api/vehicles', headers, chunks));
    };
    expectProblem(await chunked(LIMIT), 409, 'PLATE_TAKEN');
    expectProblem(await chunked(LIMIT + 1), 413, 'PAYLOAD_TOO_LARGE');
  });
});

describe('the media type', () => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON',
    'application/json ;charset=UTF-8',
  ])('%s is JSON', async (type) => {
    expectFaultsOf(await post({}, { 'Content-Type': type }), 'model', 'plate', 'year');
  });

  it.each([
    'text/plain',
    'text/csv',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/xml',
    'x',
  ])('%s is UNSUPPORTED_MEDIA_TYPE on a JSON path', async (type) => {
    expectProblem(await post(JSON.stringify(valid), { 'Content-Type': type }), 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  it('cannot be left out', async () => {
    expectProblem(await postBytes(Buffer.from('{}')), 415, 'UNSUPPORTED_MEDIA_TYPE');
  });
});
