import { DriverId } from '@fleet/domain/drivers/driver-id';

/** Whether a driver's things, or nobody's, lie within a caller's limit. @param limitedTo undefined for whoever may have everybody's */
export function isWithin(limitedTo: DriverId | undefined, driverId: DriverId | null): boolean {
  return limitedTo === undefined || limitedTo === driverId;
}
