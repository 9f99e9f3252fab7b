import { DeliveryFilter } from '@fleet/application/deliveries/delivery.queries';
import { OPEN_STATUSES } from '@fleet/domain/deliveries/delivery-status';
import { compare } from '@fleet/infrastructure/shared/database/conditions';
import { OPEN } from '@fleet/infrastructure/shared/database/held-deliveries';
import { Alternative, Condition } from '@fleet/infrastructure/shared/database/keyset';

/** Every one of these terms is the customer's. */
export function hasCustomer(terms: readonly string[]): Condition[] {
  const sql = `EXISTS (SELECT 1 FROM DeliveryTerms AS other WHERE other.Term = ? AND other.Slot = Deliveries.SlotStart
    AND other.DeliveryId = Deliveries.Id)`;
  return terms.map((term) => ({ sql, parameters: [term] }));
}

/** Whether a filter leaves so few that the customer's words need no index to enter by. */
export function isNarrow({ reference, routeId, driverId, vehicleId, limitedTo }: DeliveryFilter): boolean {
  return Boolean(reference ?? routeId ?? driverId ?? vehicleId ?? limitedTo);
}

/** What every delivery of the list satisfies, besides what the customer's words find. */
export function deliveryConditions(filter: DeliveryFilter, now: Date, slot = 'SlotStart'): Condition[] {
  return [
    ...compare('Reference', '=', filter.reference),
    ...compare('DriverId', '=', filter.limitedTo),
    ...compare('DriverId', '=', filter.driverId),
    ...compare('VehicleId', '=', filter.vehicleId),
    ...compare('RouteId', '=', filter.routeId),
    ...compare('Status', '=', filter.status),
    ...compare('Priority', '=', filter.priority),
    ...compare(slot, '>=', filter.from),
    ...compare(slot, '<', filter.to),
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

const BY_STATUS = { index: 'IX_Deliveries_Status', coveredOf: 'Deliveries' } as const;

/** The conditions of which a delivery meets one, each with an index in the order of the list; undefined when it need not. */
export function deliveryAlternatives(filter: DeliveryFilter, now: Date): Alternative[] | undefined {
  const { late, status, priority } = filter;
  const isFree = !filter.customer && deliveryIndex(filter) === undefined;
  if (late)
    return isFree ? lateAlternatives(now) : lateAlternatives(now).map(({ sql, parameters }) => ({ sql, parameters }));
  if (!isFree || !status || !priority) return undefined;
  return [{ sql: 'Status = ? AND Priority = ?', parameters: [status, priority], ...BY_STATUS }];
}

function lateAlternatives(now: Date): Alternative[] {
  const open = OPEN_STATUSES.map((status) => {
    return { sql: 'Status = ? AND PromisedBy < ?', parameters: [status, now], ...BY_STATUS };
  });
  return [{ sql: 'LateMinutes > 0', parameters: [], index: 'IX_Deliveries_Late' }, ...open];
}

/**
 * The index that SQLite enters. Each filter has one, and of several that one is taken which leaves the least to look
 * through as a rule. Undefined where each of the alternatives has its own.
 */
export function deliveryIndex(filter: DeliveryFilter): string | undefined {
  const { reference, routeId, driverId, vehicleId, limitedTo, hasOpenIncidents: open, status, priority, late } = filter;
  if (reference) return 'UQ_Deliveries_Reference';
  if (routeId) return 'IX_Deliveries_Route';
  if (driverId ?? limitedTo) return 'IX_Deliveries_Driver';
  if (vehicleId) return 'IX_Deliveries_Vehicle';
  if (open) return 'IX_Deliveries_OpenIncidents';
  if (late) return undefined;
  if (status && priority) return undefined;
  if (status) return 'IX_Deliveries_Status';
  return priority ? 'IX_Deliveries_Priority' : 'IX_Deliveries_SlotStart';
}
