import { Injectable } from '@nestjs/common';
import { RouteOverview } from '@fleet/application/routes/route-overview.view';
import {
  RouteListRequest,
  RouteOverviewFilter,
  RouteOverviewRequest,
  RouteQueries,
} from '@fleet/application/routes/route.queries';
import { CheckpointView, RouteView } from '@fleet/application/routes/route.view';
import { Page } from '@fleet/application/shared/page';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { compare } from '@fleet/infrastructure/shared/database/conditions';
import { Condition, keysetPage } from '@fleet/infrastructure/shared/database/keyset';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { hasWords } from '@fleet/infrastructure/shared/database/uneven-filters';
import { unevenPage } from '@fleet/infrastructure/shared/database/uneven-page';
import { OverviewRow, routeOverview, SELECT_OVERVIEW, withDeliveries } from './routes-overview';

/** As it is stored: the checkpoints are JSON. */
type RouteRow = Omit<RouteView, 'checkpoints'> & { readonly checkpoints: string };

const SELECT = `SELECT Id AS "id", Name AS "name", Origin AS "origin", Destination AS "destination",
  ScheduledStart AS "scheduledStart", ScheduledEnd AS "scheduledEnd", Status AS "status", Checkpoints AS "checkpoints",
  ActivatedAt AS "activatedAt", EndedAt AS "endedAt", Version AS "version", CreatedAt AS "createdAt",
  UpdatedAt AS "updatedAt" FROM Routes`;

/** Entered by the route: a driver may have thousands of deliveries, a route has few. */
const HAS_DELIVERY = 'EXISTS (SELECT 1 FROM Deliveries WHERE RouteId = Routes.Id AND DriverId = ?)';

const BY_START = { column: 'ScheduledStart', field: 'scheduledStart', kind: 'instant' } as const;

@Injectable()
export class SqlRouteQueries extends RouteQueries {
  constructor(private readonly database: ReadDatabase) {
    super();
  }

  async find(id: string, limitedTo?: DriverId): Promise<RouteView | null> {
    const isLimited = limitedTo !== undefined;
    const sql = `${SELECT} WHERE Id = ?${isLimited ? ` AND ${HAS_DELIVERY}` : ''}`;
    const [row] = await this.database.query<RouteRow>(sql, isLimited ? [id, limitedTo] : [id]);
    return row ? toView(row) : null;
  }

  async list({ filter, sort: _, descending, ...page }: RouteListRequest): Promise<Page<RouteView>> {
    const conditions = [...planned(filter), ...ofDriver(filter.limitedTo)];
    const words = hasWords('Routes', 'RouteTerms', 'RouteId', filter.q);
    const sort = { ...BY_START, descending };
    const list = { name: 'routes', select: SELECT, conditions, sort, scope: filter };
    const { items, nextCursor } = await unevenPage<RouteRow>(this.database, 'Routes', list, words, page);
    return { items: items.map(toView), nextCursor };
  }

  async overview(
    { filter, sort: _, descending, ...page }: RouteOverviewRequest,
    now: Date,
  ): Promise<Page<RouteOverview>> {
    const list = {
      name: 'overview of routes',
      select: SELECT_OVERVIEW,
      conditions: planned(filter),
      sort: { ...BY_START, descending },
      scope: filter,
      around: (select: string) => withDeliveries(select, now),
    };
    const { items, nextCursor } = await keysetPage<OverviewRow>(this.database, list, page);
    return { items: items.map(routeOverview), nextCursor };
  }
}

function planned({ status, from, to }: RouteOverviewFilter): Condition[] {
  return [
    ...compare('Status', '=', status),
    ...compare('ScheduledStart', '>=', from),
    ...compare('ScheduledStart', '<', to),
  ];
}

function ofDriver(driverId: DriverId | undefined): Condition[] {
  if (driverId === undefined) return [];
  return [{ sql: 'Id IN (SELECT RouteId FROM Deliveries WHERE DriverId = ?)', parameters: [driverId] }];
}

function toView({ checkpoints, ...row }: RouteRow): RouteView {
  return { ...row, checkpoints: JSON.parse(checkpoints) as CheckpointView[] };
}
