import { HttpException } from '@nestjs/common';
import { ApplicationError } from '@fleet/application/shared/application-error';
import { RateLimitedError } from '@fleet/application/shared/rate-limiter';
import { DomainError, DomainErrorKind } from '@fleet/domain/shared/domain-error';
import { InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';
import { fastifyProblem } from './fastify-problem';
import { HttpProblemError } from './http-problem.error';
import { Problem } from './problem';
import { rateLimited } from './rate-limits/rate-limit-headers';

const DOMAIN_STATUS: Record<DomainErrorKind, number> = { rule: 400, 'not-found': 404, conflict: 409 };

const APPLICATION_STATUS: Record<string, number> = {
  CONCURRENT_UPDATE: 409,
  VERSION_MISMATCH: 412,
  INVALID_CURSOR: 400,
  IDEMPOTENCY_KEY_REUSED: 422,
  IDEMPOTENCY_IN_FLIGHT: 409,
  UNAVAILABLE: 503,
  INVALID_CREDENTIALS: 401,
  INVALID_REFRESH_TOKEN: 401,
};

const RETRY_AFTER = { 'Retry-After': '1' };
const SOON_OVER = ['IDEMPOTENCY_IN_FLIGHT'];

export const INTERNAL: Problem = { status: 500, code: 'INTERNAL', detail: 'Something went wrong on our side.' };
export const UNAVAILABLE: Problem = {
  status: 503,
  code: 'UNAVAILABLE',
  detail: 'The service cannot answer right now. Try again in a moment.',
  headers: RETRY_AFTER,
};

/** What a client is told about an error. What is not known here is INTERNAL, whatever it says. */
export function toProblem(error: unknown): Problem {
  if (error instanceof HttpProblemError) return error.problem;
  if (error instanceof InvalidFieldsError) return validationFailed(error.faults);
  if (error instanceof DomainError) {
    const { kind, code, message, details } = error;
    return { status: DOMAIN_STATUS[kind], code, detail: message, ...(details && { details }) };
  }
  if (error instanceof RateLimitedError) return rateLimited(error);
  if (error instanceof ApplicationError) {
    const status = APPLICATION_STATUS[error.code] ?? 500;
    if (status === 503) return UNAVAILABLE;
    const headers = SOON_OVER.includes(error.code) ? { headers: RETRY_AFTER } : {};
    return { status, code: error.code, detail: error.message, ...headers };
  }
  const inner = error instanceof HttpException && error.cause ? error.cause : error;
  return fastifyProblem(inner) ?? INTERNAL;
}

export function validationFailed(faults: readonly { field: string; message: string }[]): Problem {
  return {
    status: 400,
    code: 'VALIDATION_FAILED',
    detail: 'Some values are missing or not allowed.',
    errors: faults.map(({ field, message }) => ({ field, message })),
  };
}
