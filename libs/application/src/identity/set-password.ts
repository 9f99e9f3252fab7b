import { Injectable } from '@nestjs/common';
import { UserErasedError, UserNotFoundError } from '@fleet/domain/identity/user.errors';
import { UserId } from '@fleet/domain/identity/user-id';
import { VersionMismatchError } from '@fleet/application/shared/application-error';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { NewPasswords } from './new-passwords';
import { UserChanges } from './user-changes';
import { UserQueries } from './user.queries';

export interface SetPasswordCommand {
  readonly id: UserId;
  readonly expectedVersion?: ExpectedVersion;
  readonly password: string;
}

/** Gives a user another password, as an administrator does, and signs the user out everywhere. */
@Injectable()
export class SetPassword {
  constructor(
    private readonly queries: UserQueries,
    private readonly changes: UserChanges,
    private readonly passwords: NewPasswords,
  ) {}

  /** @throws UserNotFoundError, VersionMismatchError, UserErasedError, InvalidFieldsError, UnavailableError */
  async execute({ id, expectedVersion, password }: SetPasswordCommand): Promise<void> {
    const user = await this.queries.findNow(id);
    if (!user) throw new UserNotFoundError();
    // Before the work of hashing; it is looked at again when it counts.
    if (expectedVersion && !expectedVersion.includes(user.version)) throw new VersionMismatchError(user.version);
    if (user.email === null) throw new UserErasedError();
    const passwordHash = await this.passwords.hash({ field: 'password', password, email: user.email });
    await this.changes.make(id, expectedVersion, (changed, now) => changed.changePassword(passwordHash, now));
  }
}
