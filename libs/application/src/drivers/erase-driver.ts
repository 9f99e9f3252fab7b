import { Injectable } from '@nestjs/common';
import { DriverNotFoundError } from '@fleet/domain/drivers/driver.errors';
import { DriverRepository } from '@fleet/domain/drivers/driver.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { ExpectedVersion, expectVersion } from '@fleet/application/shared/expect-version';
import { PersonKeys } from '@fleet/application/shared/person-keys';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { DriverView, driverView } from './driver.view';

/** Forgets a person for good. What the fleet did with the driver, trips and the event log, stays and names nobody. */
@Injectable()
export class EraseDriver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drivers: DriverRepository,
    private readonly personKeys: PersonKeys,
    private readonly clock: Clock,
  ) {}

  /** @throws DriverNotFoundError, VersionMismatchError, DriverOnTripError */
  async execute(id: string, expectedVersion?: ExpectedVersion): Promise<DriverView> {
    const erased = await this.unitOfWork.run(async () => {
      const driver = await this.drivers.find(id);
      if (!driver) throw new DriverNotFoundError();
      expectVersion(driver, expectedVersion);
      driver.erase(this.clock.now());
      await this.drivers.update(driver);
      await this.personKeys.destroy(id);
      return driverView(driver);
    });
    await this.personKeys.wipeDestroyed();
    return erased;
  }
}
