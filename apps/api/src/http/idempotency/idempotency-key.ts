import type { FastifyRequest } from 'fastify';
import { HttpProblemError } from '@fleet/api/http/http-problem.error';
import { validationFailed } from '@fleet/api/http/to-problem';

export const IDEMPOTENCY_KEY = 'Idempotency-Key';

const USABLE = /^[\x21-\x7e]{1,255}$/;

/** The key that names the request; undefined when it has none. @throws HttpProblemError when it is no usable one */
export function idempotencyKeyOf({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && USABLE.test(key)) return key;
  const message = 'must be 1 to 255 visible ASCII characters, without a blank';
  throw new HttpProblemError(validationFailed([{ field: IDEMPOTENCY_KEY, message }]));
}
