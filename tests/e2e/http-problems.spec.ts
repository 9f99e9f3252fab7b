import { randomUUID } from 'node:crypto';
import { Answer } from './support/client';
import { expectFaultsOf, expectProblem } from './support/problems';
import { rawRequest, sendRaw } from './support/raw-http';
import { until } from './support/server-process';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const UNKNOWN = `/api/vehicles/${randomUUID()}`;
const JSON_TYPE = { 'Content-Type': 'application/json' };
const raw = (requestLine: string, ...headers: string[]) => sendRaw(api.client, rawRequest(requestLine, headers));

/** One of every way that a request is refused before or around the rules. */
const REFUSALS: Record<string, (id: string) => Promise<Answer>> = {
  VALIDATION_FAILED: (id) => api.client.post('/api/vehicles?a=1', {}, { 'X-Request-Id': id }),
  MALFORMED_JSON: (id) => api.client.post('/api/vehicles?a=1', '{', { 'X-Request-Id': id, ...JSON_TYPE }),
  UNSUPPORTED_MEDIA_TYPE: (id) =>
    api.client.post('/api/vehicles?a=1', 'x', { 'X-Request-Id': id, 'Content-Type': 'text/x' }),
  VEHICLE_NOT_FOUND: (id) => api.client.get(`${UNKNOWN}?a=1`, { 'X-Request-Id': id }),
  INVALID_CURSOR: (id) => api.client.get('/api/vehicles?cursor=a', { 'X-Request-Id': id }),
  PATH_NOT_FOUND: (id) => api.client.get('/api/nothing?a=1', { 'X-Request-Id': id }),
  METHOD_NOT_ALLOWED: (id) => api.client.delete('/api/vehicles?a=1', { 'X-Request-Id': id }),
  MALFORMED_URL: (id) => raw('GET /api/vehicles/%zz?a=1', `X-Request-Id: ${id}`),
};
const refusals = Object.entries(REFUSALS);

describe('a problem document', () => {
  it.each(refusals)('of %s has the members of RFC 9457 and the product’s own, and no others', async (code, refuse) => {
    const answer = await refuse('problem-1');
    expectProblem(answer, answer.status, code);
    const { errors, ...rest } = answer.body;
    expect(Object.keys(rest)).toEqual(['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId']);
    expect(rest.instance).toMatch(/^\/[^?]*$/);
    expect(rest.requestId).toBe('problem-1');
    expect(Array.isArray(errors)).toBe(code === 'VALIDATION_FAILED');
  });

  it('names each field once, with a message that reads on from it', async () => {
    const { body } = await api.client.post('/api/vehicles', { plate: 1, year: 2020 });
    expect(body.errors).toEqual([
      { field: 'plate', message: 'must be a string' },
      { field: 'model', message: 'is required' },
    ]);
  });

  it('has a title for people', async () => {
    const titles = await Promise.all(refusals.slice(0, 3).map(async ([, refuse]) => (await refuse('t')).body.title));
    expect(titles).toEqual(['Validation failed', 'Malformed JSON', 'Unsupported media type']);
  });
});

describe('X-Request-Id', () => {
  it.each(['a', 'A1-b_2.C', 'x'.repeat(64)])('%s is kept', async (id) => {
    const { headers } = await api.client.get('/health', { 'X-Request-Id': id });
    expect(headers.get('x-request-id')).toBe(id);
  });

  it.each(['x'.repeat(65), 'a b', 'a;b', '<script>', 'a/b', 'ä', '%41', ' '])('%j is replaced', async (id) => {
    const { headers } = await raw('GET /health', `X-Request-Id: ${id}`);
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('given twice is replaced', async () => {
    const { headers } = await raw('GET /health', 'X-Request-Id: a', 'X-Request-Id: b');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is new for every request that brings none', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => api.client.get('/health')));
    expect(new Set(answers.map(({ headers }) => headers.get('x-request-id'))).size).toBe(3);
  });

  it.each(refusals)('comes back with %s', async (_, refuse) => {
    expect((await refuse('mine-1')).headers.get('x-request-id')).toBe('mine-1');
    const { headers, body } = await refuse('not mine');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(body.requestId).toBe(headers.get('x-request-id'));
  });
});

describe('the log', () => {
  it.each(refusals)('has one line for %s, with the request’s id', async (code, refuse) => {
    const id = `log-${code}`;
    const { status } = await refuse(id);
    const written = () => api.logs.filter(({ requestId, msg }) => requestId === id && msg === 'request');
    await until(
      async () => written().length > 0,
      () => 'There is no such line.',
    );
    const lines = written();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ status, method: expect.stringMatching(/^[A-Z]+$/) as string });
    expect(lines[0]!.ms).toBeGreaterThanOrEqual(0);
  });
});

describe('a body', () => {
  it('of 1,000 values is looked at, and one more is MALFORMED_JSON, however they are named', async () => {
    const list = (length: number) => ({ plate: 'V-1', model: Array<number>(length - 1).fill(1) });
    expectFaultsOf(await api.client.post('/api/vehicles', list(1_000)), 'model', 'year');
    const names = (length: number) => Object.fromEntries(Array.from({ length }, (_, index) => [`${index}`, 1]));
    for (const body of [list(1_001), names(1_001), { plate: names(1_001) }]) {
      expectProblem(await api.client.post('/api/vehicles', body), 400, 'MALFORMED_JSON');
    }
  });
});
