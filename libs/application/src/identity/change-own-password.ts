import { Injectable } from '@nestjs/common';
import { UserNotFoundError, WrongPasswordError } from '@fleet/domain/identity/user.errors';
import { UserId } from '@fleet/domain/identity/user-id';
import { LoginLimits } from './login-limits';
import { NewPasswords } from './new-passwords';
import { PasswordHasher } from './password-hasher';
import { UserChanges } from './user-changes';
import { UserQueries } from './user.queries';

export interface ChangeOwnPasswordCommand {
  readonly id: UserId;
  readonly currentPassword: string;
  readonly newPassword: string;
  /** The client's. */
  readonly address: string;
}

/** Lets a user choose another password, and signs the user out everywhere: here too. */
@Injectable()
export class ChangeOwnPassword {
  constructor(
    private readonly queries: UserQueries,
    private readonly changes: UserChanges,
    private readonly limits: LoginLimits,
    private readonly passwords: NewPasswords,
    private readonly hasher: PasswordHasher,
  ) {}

  /** @throws UserNotFoundError, InvalidFieldsError, RateLimitedError, WrongPasswordError, UnavailableError */
  async execute({ id, currentPassword, newPassword, address }: ChangeOwnPasswordCommand): Promise<void> {
    const known = await this.queries.credentialsById(id);
    if (!known) throw new UserNotFoundError();
    await this.passwords.check({ field: 'newPassword', password: newPassword, email: known.email });
    // As a login is: whoever has come by somebody's access token could try passwords here instead.
    await this.limits.check(known.email, address);
    if (!(await this.hasher.matches(currentPassword, known.passwordHash))) throw new WrongPasswordError();
    const passwordHash = await this.hasher.hash(newPassword);
    await this.changes.make(id, undefined, (user, now) => {
      // Somebody else has changed it since it was compared.
      if (user.snapshot().passwordHash !== known.passwordHash) throw new WrongPasswordError();
      user.changePassword(passwordHash, now);
    });
  }
}
