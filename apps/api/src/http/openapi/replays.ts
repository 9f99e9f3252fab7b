import { NO_KEY_EXTENSION } from '@fleet/api/http/idempotency/idempotent';
import type { OperationObject, ParameterObject, ResponseObject } from './openapi-types';

type Operation = OperationObject & { [NO_KEY_EXTENSION]?: string };

/** Where a request can be named by a key, each of its successes may be one that was given before. Where not, it says why. */
export function describeReplays(operation: Operation): void {
  const { parameters = [], responses } = operation;
  const whyNot = operation[NO_KEY_EXTENSION];
  if (whyNot) operation.description += `\n\nTakes no \`Idempotency-Key\`: ${whyNot}.`;
  if (!(parameters as ParameterObject[]).some(({ name }) => name === 'Idempotency-Key')) return;
  for (const [status, answer] of Object.entries(responses) as [string, ResponseObject][]) {
    if (!status.startsWith('2')) continue;
    answer.headers = {
      ...answer.headers,
      'Idempotency-Replayed': { $ref: '#/components/headers/Idempotency-Replayed' },
    };
  }
}
