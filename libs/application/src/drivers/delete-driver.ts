import { Injectable } from '@nestjs/common';
import {
  DriverHasDeliveriesError,
  DriverHasTripsError,
  DriverHasUserError,
  DriverNotFoundError,
} from '@fleet/domain/drivers/driver.errors';
import { DriverRepository } from '@fleet/domain/drivers/driver.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { ExpectedVersion, expectVersion } from '@fleet/application/shared/expect-version';
import { IdempotencyKeys } from '@fleet/application/shared/idempotency/idempotency-keys';
import { PersonKeys } from '@fleet/application/shared/person-keys';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';

@Injectable()
export class DeleteDriver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drivers: DriverRepository,
    private readonly personKeys: PersonKeys,
    private readonly answers: IdempotencyKeys,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DriverNotFoundError, VersionMismatchError, DriverOnTripError, DriverHasTripsError, DriverHasDeliveriesError,
   * DriverHasUserError
   */
  execute(id: string, expectedVersion?: ExpectedVersion): Promise<void> {
    return this.unitOfWork.run(async () => {
      const driver = await this.drivers.find(id);
      if (!driver) throw new DriverNotFoundError();
      expectVersion(driver, expectedVersion);
      // First, because a driver on a trip has trips too, and that the trip must end is the better advice.
      driver.delete(this.clock.now());
      if (await this.drivers.hasTrips(id)) throw new DriverHasTripsError();
      if (await this.drivers.hasDeliveries(id)) throw new DriverHasDeliveriesError();
      if (await this.drivers.hasUser(id)) throw new DriverHasUserError();
      await this.drivers.remove(driver);
      await this.personKeys.destroy(id);
      await this.answers.forget(id);
    });
  }
}
