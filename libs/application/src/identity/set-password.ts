import { Injectable } from '@nestjs/common';
import { CommonPasswords } from '@fleet/domain/identity/common-passwords';
import { checkPassword } from '@fleet/domain/identity/password';
import { UserNotFoundError } from '@fleet/domain/identity/user.errors';
import { UserId } from '@fleet/domain/identity/user-id';
import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { VersionMismatchError } from '@fleet/application/shared/application-error';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { PasswordHasher } from './password-hasher';
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
    private readonly common: CommonPasswords,
    private readonly hasher: PasswordHasher,
  ) {}

  /** @throws UserNotFoundError, VersionMismatchError, InvalidFieldsError, UnavailableError */
  async execute({ id, expectedVersion, password }: SetPasswordCommand): Promise<void> {
    const user = await this.queries.findNow(id);
    if (!user || user.email === null) throw new UserNotFoundError();
    // Before the work of hashing; it is looked at again when it counts.
    if (expectedVersion && !expectedVersion.includes(user.version)) throw new VersionMismatchError(user.version);
    const checks = new FieldChecks();
    const isCommon = await this.common.has(password);
    checkPassword(checks, 'password', password, { email: user.email, isCommon });
    checks.done();
    const passwordHash = await this.hasher.hash(password);
    await this.changes.make(id, expectedVersion, (changed, now) => changed.changePassword(passwordHash, now));
  }
}
