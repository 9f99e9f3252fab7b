import { mustBeDocumented } from './support/documented-answers';

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };
const PROBLEM_TYPE = { 'Content-Type': 'application/problem+json; charset=utf-8' };

const check = (status: number, headers: Record<string, string>, body: unknown) => () =>
  mustBeDocumented('GET', '/api/vehicles?limit=1', new Response(null, { status, headers }), body);

const problem = {
  type: 'urn:fleet:problem:validation-failed',
  title: 'Validation failed',
  status: 400,
  detail: 'Some values are missing or not allowed.',
  instance: '/api/vehicles',
  code: 'VALIDATION_FAILED',
  requestId: '1',
};

describe('what the client of these tests holds every answer to:', () => {
  it('a documented answer is taken', () => {
    expect(check(200, JSON_TYPE, { items: [], nextCursor: null })).not.toThrow();
    expect(check(400, PROBLEM_TYPE, problem)).not.toThrow();
  });

  it.each([
    ['another status', 409, PROBLEM_TYPE, { ...problem, code: 'PLATE_TAKEN' }],
    ['another media type', 200, { 'Content-Type': 'text/html' }, null],
    ['no body', 200, {}, null],
    ['a body with a field too many', 200, JSON_TYPE, { items: [], nextCursor: null, total: 0 }],
    ['a body with a field too few', 200, JSON_TYPE, { items: [] }],
    ['a code that this operation does not have', 400, PROBLEM_TYPE, { ...problem, code: 'DRIVER_ON_TRIP' }],
  ])('%s is not', (_, status, headers, body) => {
    expect(check(status, headers, body)).toThrow('docs/openapi.json does not describe');
  });
});
