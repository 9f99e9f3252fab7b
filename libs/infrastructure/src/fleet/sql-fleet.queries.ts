import { Injectable } from '@nestjs/common';
import { FleetOverviewView } from '@fleet/application/fleet/fleet-overview.view';
import { FleetQueries } from '@fleet/application/fleet/fleet.queries';
import { DELIVERY_STATUSES } from '@fleet/domain/deliveries/delivery-status';
import { VEHICLE_STATUSES } from '@fleet/domain/vehicles/vehicle-status';
import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';

interface CountRow {
  readonly kind: string;
  readonly name: string;
  readonly total: number | string | null;
}

const count = (kind: string, name: string, from: string) =>
  `SELECT '${kind}' AS "kind", '${name}' AS "name", COUNT(*) AS "total" FROM ${from}`;

/**
 * Each count reads an index and no table; those of deliveries are kept by triggers. The numbers of vehicles and drivers
 * are counted anew: a fleet has thousands of them, not millions.
 */
const OVERVIEW = [
  `SELECT 'vehicles' AS "kind", Status AS "name", COUNT(*) AS "total" FROM Vehicles GROUP BY Status`,
  count('drivers', 'total', 'Drivers'),
  count('drivers', 'active', 'Drivers WHERE Active = 1'),
  count('drivers', 'available', 'Drivers WHERE Available = 1'),
  count('trips', 'active', 'Trips WHERE EndDate IS NULL'),
  `SELECT 'deliveries' AS "kind", Status AS "name", SUM(Total) AS "total" FROM DeliveryCounts GROUP BY Status`,
  count('road', 'late', `Deliveries WHERE Status IN ('InTransit', 'OutForDelivery') AND PromisedBy < ?`),
  count('maintenance', 'due', 'Vehicles WHERE NextMaintenanceDate <= ?'),
  count('maintenance', 'overdue', 'Vehicles WHERE NextMaintenanceDate <= ?'),
  count('incidents', 'open', 'DeliveryIncidents WHERE ResolvedAt IS NULL'),
].join(' UNION ALL ');

@Injectable()
export class SqlFleetQueries extends FleetQueries {
  constructor(private readonly database: PrimaryDatabase) {
    super();
  }

  async overview(now: Date, dueBy: Date): Promise<FleetOverviewView> {
    const rows = await this.database.query<CountRow>(OVERVIEW, [now, dueBy, now]);
    const totals = new Map(rows.map(({ kind, name, total }) => [`${kind} ${name}`, Number(total)]));
    const total = (kind: string, name: string) => totals.get(`${kind} ${name}`) ?? 0;
    const each = <Name extends string>(kind: string, names: readonly Name[]) =>
      Object.fromEntries(names.map((name) => [name, total(kind, name)])) as Record<Name, number>;
    return {
      asOf: now.toISOString(),
      vehicles: each('vehicles', VEHICLE_STATUSES),
      drivers: each('drivers', ['total', 'active', 'available']),
      activeTrips: total('trips', 'active'),
      deliveries: each('deliveries', DELIVERY_STATUSES),
      lateOnRoad: total('road', 'late'),
      maintenance: each('maintenance', ['due', 'overdue']),
      openIncidents: total('incidents', 'open'),
    };
  }
}
