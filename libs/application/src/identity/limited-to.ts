import { DriverId } from '@fleet/domain/drivers/driver-id';

/** Whether a driver's things lie within a caller's limit. @param limitedTo undefined for whoever may have everybody's */
export function isWithin(limitedTo: DriverId | undefined, driverId: DriverId): boolean {
  return limitedTo === undefined || limitedTo === driverId;
}
