import { Injectable } from '@nestjs/common';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { DriverNotFoundError } from '@fleet/domain/drivers/driver.errors';
import { DriverRepository } from '@fleet/domain/drivers/driver.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { isWithin } from '@fleet/application/identity/limited-to';
import { ExpectedVersion, expectVersion } from '@fleet/application/shared/expect-version';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { DriverView, driverView } from './driver.view';

export interface ChangeDriverCommand {
  readonly id: string;
  readonly expectedVersion?: ExpectedVersion;
  readonly name: string;
  readonly licenseNumber: string;
  readonly phone: string;
  /** The driver to whose own things the caller is limited. */
  readonly limitedTo?: DriverId | undefined;
}

@Injectable()
export class ChangeDriver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drivers: DriverRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DriverNotFoundError, VersionMismatchError, DriverErasedError, InvalidFieldsError, LicenseNumberTakenError */
  execute(command: ChangeDriverCommand): Promise<DriverView> {
    return this.unitOfWork.run(async () => {
      const driver = isWithin(command.limitedTo, command.id) ? await this.drivers.find(command.id) : null;
      if (!driver) throw new DriverNotFoundError();
      expectVersion(driver, command.expectedVersion);
      driver.changeDetails(command, this.clock.now());
      await this.drivers.update(driver);
      return driverView(driver);
    });
  }
}
