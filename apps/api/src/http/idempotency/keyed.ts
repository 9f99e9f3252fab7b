import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { KeyedRequest } from '@fleet/application/shared/idempotency/idempotency-keys';
import { idempotencyKeyOf } from './idempotency-key';
import { keyedRequest } from './keyed-request';

/** The request by its key; undefined when it has none. On routes with `@TakesIdempotencyKey()` alone. */
export const Keyed = createParamDecorator((_: unknown, context: ExecutionContext): KeyedRequest | undefined => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const key = idempotencyKeyOf(request);
  return key === undefined ? undefined : keyedRequest(request, key);
});
