import { Injectable } from '@nestjs/common';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { UserId } from '@fleet/domain/identity/user-id';
import { UserRepository } from '@fleet/domain/identity/user.repository';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { UserChanges } from './user-changes';

/** Takes the person out of the accounts of a driver, for good, and signs them out everywhere. */
@Injectable()
export class EraseDriverAccounts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly changes: UserChanges,
  ) {}

  /** Part of the unit of work that it is called in. @returns whose accounts they were @throws LastAdminError */
  execute(driverId: DriverId): Promise<UserId[]> {
    return this.unitOfWork.run(async () => {
      const users = await this.users.findByDriver(driverId);
      for (const user of users) await this.changes.store(user, (erased, now) => erased.erase(now));
      return users.map(({ id }) => id);
    });
  }
}
