import { Injectable } from '@nestjs/common';
import { RoadDelivery, RoadFilter, RoadQueries, RoadRequest } from '@fleet/application/deliveries/road.queries';
import { Page } from '@fleet/application/shared/page';
import { compare } from '@fleet/infrastructure/shared/database/conditions';
import { OPEN } from '@fleet/infrastructure/shared/database/held-deliveries';
import { keysetPage } from '@fleet/infrastructure/shared/database/keyset';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { DeliverySeals } from './delivery-seals';
import { indexHint } from './index-hint';

const COLUMNS = `Deliveries.Id AS "id", Deliveries.Reference AS "reference", Deliveries.Status AS "status",
  Deliveries.Priority AS "priority", Deliveries.VehicleId AS "vehicleId", Deliveries.DriverId AS "driverId",
  Deliveries.CustomerName AS "customerName", Deliveries.PromisedBy AS "promisedBy",
  Deliveries.DelayMinutes AS "delayMinutes", Deliveries.Reached AS "reached", Deliveries.SlotStart AS "slotStart",
  Routes.Id AS "routeId", Routes.Name AS "routeName", Routes.ScheduledStart AS "scheduledStart",
  Routes.ScheduledEnd AS "scheduledEnd", Routes.Checkpoints AS "plan"`;

/** Written out as the filtered indexes have it: they serve no other text. */
const ON_ROAD = { sql: `Deliveries.Status IN ('InTransit', 'OutForDelivery')`, parameters: [] };

/** Whoever is on the road is held: the index of those has a driver's and a vehicle's few. */
const HELD = { sql: `Deliveries.${OPEN}`, parameters: [] };

interface RoadRow extends Omit<RoadDelivery, 'route' | 'plan' | 'reached'> {
  readonly slotStart: string;
  readonly routeId: string;
  readonly routeName: string;
  readonly scheduledStart: string;
  readonly scheduledEnd: string;
  /** JSON, as is the plan. */
  readonly reached: string;
  readonly plan: string;
}

@Injectable()
export class SqlRoadQueries extends RoadQueries {
  constructor(
    private readonly database: ReadDatabase,
    private readonly seals: DeliverySeals,
  ) {
    super();
  }

  async list({ filter, ...page }: RoadRequest): Promise<Page<RoadDelivery>> {
    const list = {
      name: 'live tracking',
      select: `SELECT ${COLUMNS} FROM Deliveries ${indexHint(this.database.dialect, indexFor(filter))}
        INNER JOIN Routes ON Routes.Id = Deliveries.RouteId`,
      conditions: [
        ON_ROAD,
        ...(indexFor(filter).includes('Held') ? [HELD] : []),
        ...compare('Deliveries.DriverId', '=', filter.limitedTo),
        ...compare('Deliveries.DriverId', '=', filter.driverId),
        ...compare('Deliveries.VehicleId', '=', filter.vehicleId),
        ...compare('Deliveries.RouteId', '=', filter.routeId),
      ],
      sort: { column: 'Deliveries.SlotStart', field: 'slotStart', kind: 'instant', descending: false },
      tie: { column: 'Deliveries.Id', field: 'id', kind: 'id' },
      scope: filter,
    } as const;
    const { items, nextCursor } = await keysetPage<RoadRow>(this.database, list, page);
    return { items: items.map((row) => this.toDelivery(row)), nextCursor };
  }

  private toDelivery(row: RoadRow): RoadDelivery {
    const {
      slotStart: _,
      routeId,
      routeName,
      scheduledStart,
      scheduledEnd,
      plan,
      reached,
      customerName,
      ...same
    } = row;
    return {
      ...same,
      customerName: this.seals.open(row.id, 'customerName', customerName),
      route: { id: routeId, name: routeName, scheduledStart, scheduledEnd },
      plan: JSON.parse(plan) as RoadDelivery['plan'],
      reached: JSON.parse(reached) as RoadDelivery['reached'],
    };
  }
}

/** Of several filters the one is entered that leaves the least to look through as a rule. */
function indexFor({ driverId, limitedTo, vehicleId, routeId }: RoadFilter): string {
  if (driverId ?? limitedTo) return 'IX_Deliveries_HeldDriver';
  if (vehicleId) return 'IX_Deliveries_HeldVehicle';
  return routeId ? 'IX_Deliveries_Route' : 'IX_Deliveries_OnRoad';
}
