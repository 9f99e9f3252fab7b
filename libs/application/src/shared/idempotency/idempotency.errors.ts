import { ApplicationError } from '@fleet/application/shared/application-error';

/** The key has named another request before. */
export class IdempotencyKeyReusedError extends ApplicationError {
  readonly code = 'IDEMPOTENCY_KEY_REUSED';

  constructor() {
    super('This key has named another request. A new request needs a new key.');
  }
}

/** The first request with this key is not answered yet. */
export class IdempotencyInFlightError extends ApplicationError {
  readonly code = 'IDEMPOTENCY_IN_FLIGHT';

  constructor() {
    super('A request with this key is being worked on. Ask again in a moment.');
  }
}
