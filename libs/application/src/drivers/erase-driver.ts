import { Injectable } from '@nestjs/common';
import { DriverNotFoundError } from '@fleet/domain/drivers/driver.errors';
import { DriverRepository } from '@fleet/domain/drivers/driver.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { EraseDriverAccounts } from '@fleet/application/identity/erase-driver-accounts';
import { ExpectedVersion, expectVersion } from '@fleet/application/shared/expect-version';
import { IdempotencyKeys } from '@fleet/application/shared/idempotency/idempotency-keys';
import { PersonKeys } from '@fleet/application/shared/person-keys';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { DriverView, driverView } from './driver.view';

/**
 * Forgets a person for good: the driver's data, the accounts, the keys to both in the event log, and the answers that
 * are kept for repeats. What the fleet did with the driver, trips and the event log, stays and names nobody.
 */
@Injectable()
export class EraseDriver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drivers: DriverRepository,
    private readonly accounts: EraseDriverAccounts,
    private readonly personKeys: PersonKeys,
    private readonly answers: IdempotencyKeys,
    private readonly clock: Clock,
  ) {}

  /** @throws DriverNotFoundError, VersionMismatchError, DriverOnTripError, LastAdminError */
  execute(id: string, expectedVersion?: ExpectedVersion): Promise<DriverView> {
    return this.unitOfWork.run(async () => {
      const driver = await this.drivers.find(id);
      if (!driver) throw new DriverNotFoundError();
      expectVersion(driver, expectedVersion);
      driver.erase(this.clock.now());
      await this.drivers.update(driver);
      for (const known of [id, ...(await this.accounts.execute(id))]) {
        await this.personKeys.destroy(known);
        await this.answers.forget(known);
      }
      return driverView(driver);
    });
  }
}
