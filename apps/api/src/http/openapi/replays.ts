import type { OperationObject, ParameterObject, ResponseObject } from './openapi-types';

/** Where a request can be named by a key, each of its successes may be one that was given before. */
export function describeReplays({ parameters = [], responses }: OperationObject): void {
  if (!(parameters as ParameterObject[]).some(({ name }) => name === 'Idempotency-Key')) return;
  for (const [status, answer] of Object.entries(responses) as [string, ResponseObject][]) {
    if (!status.startsWith('2')) continue;
    answer.headers = {
      ...answer.headers,
      'Idempotency-Replayed': { $ref: '#/components/headers/Idempotency-Replayed' },
    };
  }
}
