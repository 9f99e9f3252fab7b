import { DriverId } from '@fleet/domain/drivers/driver-id';
import { Condition } from '@fleet/infrastructure/shared/database/keyset';

const AVAILABLE: Condition = { sql: `Status = 'Available'`, parameters: [] };

const BUSY: Condition = { sql: `Status = 'InUse'`, parameters: [] };

/**
 * The vehicles that a driver may see: those that are available, and the one that the driver drives now. Two conditions
 * of which a row meets one at most; each has an index, and both together would have none.
 */
export function drivableBy(driverId: DriverId): Condition[] {
  // Looked up by its id. With `Status = 'InUse'` SQLite would go through all vehicles that are on the road.
  const driven = `Id = (SELECT VehicleId FROM Trips WHERE DriverId = ? AND EndDate IS NULL) AND Status <> 'Available'`;
  return [AVAILABLE, { sql: driven, parameters: [driverId] }];
}

/** What a vehicle must be to be free in a slot. @param withBusy whether one may still be on a trip now */
export function freeStatuses(withBusy: boolean, limitedTo: DriverId | undefined): Condition[] {
  if (!withBusy) return [AVAILABLE];
  if (limitedTo === undefined) return [AVAILABLE, BUSY];
  const [available, driven] = drivableBy(limitedTo) as [Condition, Condition];
  return [available, { ...driven, sql: `${driven.sql} AND ${BUSY.sql}` }];
}
