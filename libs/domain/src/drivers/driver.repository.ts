import { AggregateRepository } from '@fleet/domain/shared/aggregate-repository';
import { Driver } from './driver';
import { DriverId } from './driver-id';

/** Where drivers are kept. `add` and `update` throw LicenseNumberTakenError when another driver has the number. */
export abstract class DriverRepository extends AggregateRepository<Driver> {
  /** Whether the driver has ever been on a trip, ended ones included. Then `remove` throws DriverHasTripsError. */
  abstract hasTrips(id: DriverId): Promise<boolean>;

  /** Whether a user account is the driver's. Then `remove` would leave the account without a driver. */
  abstract hasUser(id: DriverId): Promise<boolean>;
}
