import { Injectable } from '@nestjs/common';
import { DriverNotFoundError } from '@fleet/domain/drivers/driver.errors';
import { DriverRepository } from '@fleet/domain/drivers/driver.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { ExpectedVersion, expectVersion } from '@fleet/application/shared/expect-version';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { DriverView, driverView } from './driver.view';

@Injectable()
export class ActivateDriver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drivers: DriverRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DriverNotFoundError, VersionMismatchError, DriverErasedError */
  execute(id: string, expectedVersion?: ExpectedVersion): Promise<DriverView> {
    return this.unitOfWork.run(async () => {
      const driver = await this.drivers.find(id);
      if (!driver) throw new DriverNotFoundError();
      expectVersion(driver, expectedVersion);
      driver.activate(this.clock.now());
      await this.drivers.update(driver);
      return driverView(driver);
    });
  }
}
