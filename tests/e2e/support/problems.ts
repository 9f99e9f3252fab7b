import { Answer } from './client';

/** The answer is a problem document with this status and code, and says the same thing in all of its parts. */
export function expectProblem({ status, headers, body }: Answer<unknown>, expected: number, code: string): void {
  expect(body).toMatchObject({
    type: `urn:fleet:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: expect.any(String) as string,
    status: expected,
    detail: expect.any(String) as string,
    instance: expect.any(String) as string,
    code,
    requestId: headers.get('x-request-id'),
  });
  expect(status).toBe(expected);
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
}

/** The answer is VALIDATION_FAILED and names these fields, in any order, and no other. */
export function expectFaultsOf(answer: Answer<unknown>, ...fields: string[]): void {
  expectProblem(answer, 400, 'VALIDATION_FAILED');
  const { errors } = answer.body as { errors: { field: string }[] };
  expect(errors.map(({ field }) => field).sort()).toEqual([...fields].sort());
}
