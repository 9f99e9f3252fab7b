import { DomainError } from '@fleet/domain/shared/domain-error';
import { ApiKeyNotFoundError } from './api-key.errors';
import * as errors from './user.errors';

describe('the errors of users and API keys', () => {
  it.each([
    [errors.UserNotFoundError, 'USER_NOT_FOUND', 'not-found'],
    [errors.UserErasedError, 'USER_ERASED', 'conflict'],
    [errors.EmailTakenError, 'EMAIL_TAKEN', 'conflict'],
    [errors.LastAdminError, 'LAST_ADMIN', 'conflict'],
    [errors.WrongPasswordError, 'WRONG_PASSWORD', 'rule'],
    [ApiKeyNotFoundError, 'API_KEY_NOT_FOUND', 'not-found'],
  ])('%p has the code %s and is a %s', (Type, code, kind) => {
    const error = new Type();
    expect(error).toBeInstanceOf(DomainError);
    expect({ code: error.code, kind: error.kind, name: error.name }).toEqual({ code, kind, name: Type.name });
    expect(error.message).toMatch(/^[A-Z].*\.$/);
  });
});
