import { Injectable } from '@nestjs/common';
import { DriverErasedError, DriverNotFoundError } from '@fleet/domain/drivers/driver.errors';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { DriverRepository } from '@fleet/domain/drivers/driver.repository';
import { User } from '@fleet/domain/identity/user';
import { UserId } from '@fleet/domain/identity/user-id';
import { LastAdminError, UserNotFoundError } from '@fleet/domain/identity/user.errors';
import { UserRepository } from '@fleet/domain/identity/user.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { ExpectedVersion, expectVersion } from '@fleet/application/shared/expect-version';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { Sessions } from './sessions';
import { UserView, userView } from './user.view';

/** What every change of a user has in common: an administrator is left, and sessions end when they must. */
@Injectable()
export class UserChanges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly drivers: DriverRepository,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** @throws UserNotFoundError, VersionMismatchError, LastAdminError, and what `change` throws */
  make(
    id: UserId,
    expectedVersion: ExpectedVersion,
    change: (user: User, now: Date) => Promise<void> | void,
  ): Promise<UserView> {
    return this.unitOfWork.run(async () => {
      const user = await this.users.find(id);
      if (!user) throw new UserNotFoundError();
      expectVersion(user, expectedVersion);
      return this.store(user, change);
    });
  }

  /** For a user who is loaded already, inside UnitOfWork.run. @throws LastAdminError, and what `change` throws */
  async store(user: User, change: (user: User, now: Date) => Promise<void> | void): Promise<UserView> {
    const now = this.clock.now();
    const wasAdmin = user.isActiveAdmin;
    await change(user, now);
    if (wasAdmin && !user.isActiveAdmin && !(await this.users.hasAnotherActiveAdmin(user.id))) {
      throw new LastAdminError();
    }
    await this.users.update(user);
    if (user.mustSignInAgain) await this.sessions.endAllOf(user.id, now);
    return userView(user);
  }

  /** Whom a user signs in as must be there, and be somebody. Inside UnitOfWork.run. @throws DriverNotFoundError, DriverErasedError */
  async mustBeSomebody(driverId: DriverId | null): Promise<void> {
    if (driverId === null) return;
    const driver = await this.drivers.find(driverId);
    if (!driver) throw new DriverNotFoundError();
    if (driver.isErased) throw new DriverErasedError();
  }
}
