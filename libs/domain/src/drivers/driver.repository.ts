import { AggregateRepository } from '@fleet/domain/shared/aggregate-repository';
import { Driver } from './driver';
import { DriverId } from './driver-id';

/** Where drivers are kept. `add` and `update` throw LicenseNumberTakenError when another driver has the number. */
export abstract class DriverRepository extends AggregateRepository<Driver> {
  /** Keeps everybody else from changing the driver until the present unit of work is over; false when there is none. */
  abstract lock(id: DriverId): Promise<boolean>;

  /** Whether the driver is or was assigned to a delivery. Then it cannot be removed. */
  abstract hasDeliveries(id: DriverId): Promise<boolean>;

  /** Whether the driver has ever been on a trip, ended ones included. Then `remove` throws DriverHasTripsError. */
  abstract hasTrips(id: DriverId): Promise<boolean>;

  /** Whether a user account is the driver's. Then `remove` would leave the account without a driver. */
  abstract hasUser(id: DriverId): Promise<boolean>;
}
