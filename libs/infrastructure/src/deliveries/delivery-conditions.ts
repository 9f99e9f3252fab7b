import { DeliveryFilter } from '@fleet/application/deliveries/delivery.queries';
import { OPEN_STATUSES } from '@fleet/domain/deliveries/delivery-status';
import { compare } from '@fleet/infrastructure/shared/database/conditions';
import { Condition } from '@fleet/infrastructure/shared/database/keyset';
import { OPEN } from '@fleet/infrastructure/shared/database/migrations/delivery-overlaps';

/** What every delivery of the list satisfies, besides what the customer's words find. */
export function deliveryConditions(filter: DeliveryFilter, now: Date): Condition[] {
  return [
    ...compare('Reference', '=', filter.reference),
    ...compare('DriverId', '=', filter.limitedTo),
    ...compare('DriverId', '=', filter.driverId),
    ...compare('VehicleId', '=', filter.vehicleId),
    ...compare('RouteId', '=', filter.routeId),
    ...compare('Status', '=', filter.status),
    ...compare('Priority', '=', filter.priority),
    ...compare('SlotStart', '>=', filter.from),
    ...compare('SlotStart', '<', filter.to),
    ...hasOpenIncidents(filter.hasOpenIncidents),
    ...(filter.late === false ? isNotLate(now) : []),
  ];
}

/** Written out as the filtered index has it: it serves no parameter. */
function hasOpenIncidents(wanted: boolean | undefined): Condition[] {
  return wanted === undefined ? [] : [{ sql: `OpenIncidents ${wanted ? '>' : '='} 0`, parameters: [] }];
}

function isNotLate(now: Date): Condition[] {
  const sql = `(LateMinutes IS NULL OR LateMinutes <= 0) AND (NOT ${OPEN} OR PromisedBy IS NULL OR PromisedBy >= ?)`;
  return [{ sql, parameters: [now] }];
}

/** The ways of being late, each with an index in the order of the list. */
export function lateAlternatives(now: Date): Condition[] {
  return [
    { sql: 'LateMinutes > 0', parameters: [] },
    ...OPEN_STATUSES.map((status) => ({ sql: 'Status = ? AND PromisedBy < ?', parameters: [status, now] })),
  ];
}

/**
 * Each filter has an index; of several the one is entered that leaves the least to look through as a rule, because
 * SQLite knows nothing of how many rows there are of each. Undefined where it cannot go wrong.
 */
export function deliveryIndex(filter: DeliveryFilter): string | undefined {
  const { reference, routeId, driverId, vehicleId, limitedTo, hasOpenIncidents: open, status, priority, late } = filter;
  if (filter.customer?.trim()) return undefined;
  if (reference) return 'UQ_Deliveries_Reference';
  if (routeId) return 'IX_Deliveries_Route';
  if (driverId ?? limitedTo) return 'IX_Deliveries_Driver';
  if (vehicleId) return 'IX_Deliveries_Vehicle';
  if (open) return 'IX_Deliveries_OpenIncidents';
  if (late) return undefined;
  if (status) return 'IX_Deliveries_Status';
  return priority ? 'IX_Deliveries_Priority' : 'IX_Deliveries_SlotStart';
}
