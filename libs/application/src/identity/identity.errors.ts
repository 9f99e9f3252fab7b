import { ApplicationError } from '@fleet/application/shared/application-error';

/** The e-mail address or the password is wrong, or the user may not sign in: which of them is nobody's business. */
export class InvalidCredentialsError extends ApplicationError {
  readonly code = 'INVALID_CREDENTIALS';

  constructor() {
    super('The e-mail address or the password is wrong.');
  }
}

/** The refresh token is unknown, expired or used, or its session has ended. */
export class InvalidRefreshTokenError extends ApplicationError {
  readonly code = 'INVALID_REFRESH_TOKEN';

  constructor() {
    super('The refresh token is not valid any more. Sign in again.');
  }
}
