import { Injectable } from '@nestjs/common';
import { UserId } from '@fleet/domain/identity/user-id';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { UserChanges } from './user-changes';
import { UserView } from './user.view';

/** Keeps a user from signing in, and signs the user out everywhere. */
@Injectable()
export class DeactivateUser {
  constructor(private readonly changes: UserChanges) {}

  /** @throws UserNotFoundError, VersionMismatchError, LastAdminError */
  execute(id: UserId, expectedVersion?: ExpectedVersion): Promise<UserView> {
    return this.changes.make(id, expectedVersion, (user, now) => user.deactivate(now));
  }
}
