import { DomainError } from '@fleet/domain/shared/domain-error';

export class UserNotFoundError extends DomainError {
  readonly code = 'USER_NOT_FOUND';
  override readonly kind = 'not-found';

  constructor() {
    super('There is no user with this id.');
  }
}

/** Nothing can happen to the user any more. */
export class UserErasedError extends DomainError {
  readonly code = 'USER_ERASED';
  override readonly kind = 'conflict';

  constructor() {
    super('The user has been erased.');
  }
}

export class EmailTakenError extends DomainError {
  readonly code = 'EMAIL_TAKEN';
  override readonly kind = 'conflict';

  constructor() {
    super('Another user already has this e-mail address.');
  }
}

export class LastAdminError extends DomainError {
  readonly code = 'LAST_ADMIN';
  override readonly kind = 'conflict';

  constructor() {
    super('This is the last active administrator: make another one first.');
  }
}

export class WrongPasswordError extends DomainError {
  readonly code = 'WRONG_PASSWORD';

  constructor() {
    super('The current password is another one.');
  }
}
