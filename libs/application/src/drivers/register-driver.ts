import { Injectable } from '@nestjs/common';
import { Driver } from '@fleet/domain/drivers/driver';
import { DriverRepository } from '@fleet/domain/drivers/driver.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { DriverView, driverView } from './driver.view';

export interface RegisterDriverCommand {
  readonly name: string;
  readonly licenseNumber: string;
  readonly phone: string;
}

@Injectable()
export class RegisterDriver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drivers: DriverRepository,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  /** @throws InvalidFieldsError, LicenseNumberTakenError */
  execute(command: RegisterDriverCommand): Promise<DriverView> {
    return this.unitOfWork.run(async () => {
      const driver = Driver.register({ id: this.ids.next(), ...command }, this.clock.now());
      await this.drivers.add(driver);
      return driverView(driver);
    });
  }
}
