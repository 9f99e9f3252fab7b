import { Injectable } from '@nestjs/common';
import { CommonPasswords } from '@fleet/domain/identity/common-passwords';
import { checkPassword } from '@fleet/domain/identity/password';
import { UserNotFoundError, WrongPasswordError } from '@fleet/domain/identity/user.errors';
import { UserId } from '@fleet/domain/identity/user-id';
import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { PasswordHasher } from './password-hasher';
import { UserChanges } from './user-changes';
import { UserQueries } from './user.queries';

export interface ChangeOwnPasswordCommand {
  readonly id: UserId;
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** Lets a user choose another password, and signs the user out everywhere: here too. */
@Injectable()
export class ChangeOwnPassword {
  constructor(
    private readonly queries: UserQueries,
    private readonly changes: UserChanges,
    private readonly common: CommonPasswords,
    private readonly hasher: PasswordHasher,
  ) {}

  /** @throws UserNotFoundError, InvalidFieldsError, WrongPasswordError, UnavailableError */
  async execute({ id, currentPassword, newPassword }: ChangeOwnPasswordCommand): Promise<void> {
    const known = await this.queries.credentialsById(id);
    if (!known) throw new UserNotFoundError();
    const checks = new FieldChecks();
    const isCommon = await this.common.has(newPassword);
    checkPassword(checks, 'newPassword', newPassword, { email: known.email, isCommon });
    checks.done();
    if (!(await this.hasher.matches(currentPassword, known.passwordHash))) throw new WrongPasswordError();
    const passwordHash = await this.hasher.hash(newPassword);
    await this.changes.make(id, undefined, (user, now) => {
      // Somebody else has changed it since it was compared.
      if (user.snapshot().passwordHash !== known.passwordHash) throw new WrongPasswordError();
      user.changePassword(passwordHash, now);
    });
  }
}
