import { DomainError } from '@fleet/domain/shared/domain-error';

export class ApiKeyNotFoundError extends DomainError {
  readonly code = 'API_KEY_NOT_FOUND';
  override readonly kind = 'not-found';

  constructor() {
    super('There is no API key with this id.');
  }
}
