import { Injectable } from '@nestjs/common';
import { UserId } from '@fleet/domain/identity/user-id';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { UserChanges } from './user-changes';
import { UserView } from './user.view';

@Injectable()
export class ActivateUser {
  constructor(private readonly changes: UserChanges) {}

  /** @throws UserNotFoundError, VersionMismatchError, UserErasedError */
  execute(id: UserId, expectedVersion?: ExpectedVersion): Promise<UserView> {
    return this.changes.make(id, expectedVersion, (user, now) => user.activate(now));
  }
}
