import { Injectable } from '@nestjs/common';
import { DriverId } from '@fleet/domain/drivers/driver-id';
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

  /** Part of the unit of work that it is called in. @throws LastAdminError */
  execute(driverId: DriverId): Promise<void> {
    return this.unitOfWork.run(async () => {
      for (const user of await this.users.findByDriver(driverId)) {
        await this.changes.store(user, (erased, now) => erased.erase(now));
      }
    });
  }
}
