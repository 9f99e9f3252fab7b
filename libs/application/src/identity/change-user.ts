import { Injectable } from '@nestjs/common';
import { UserDetails } from '@fleet/domain/identity/user';
import { UserId } from '@fleet/domain/identity/user-id';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { UserChanges } from './user-changes';
import { UserView } from './user.view';

export interface ChangeUserCommand extends UserDetails {
  readonly id: UserId;
  readonly expectedVersion?: ExpectedVersion;
}

@Injectable()
export class ChangeUser {
  constructor(private readonly changes: UserChanges) {}

  /**
   * @throws UserNotFoundError, VersionMismatchError, UserErasedError, InvalidFieldsError, DriverNotFoundError,
   * EmailTakenError, LastAdminError
   */
  execute({ id, expectedVersion, ...details }: ChangeUserCommand): Promise<UserView> {
    return this.changes.make(id, expectedVersion, async (user, now) => {
      user.change(details, now);
      await this.changes.mustBeSomebody(details.driverId);
    });
  }
}
