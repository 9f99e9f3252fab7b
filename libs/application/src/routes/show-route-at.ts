import { Injectable } from '@nestjs/common';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { Route } from '@fleet/domain/routes/route';
import { RouteNotFoundError } from '@fleet/domain/routes/route.errors';
import { PastAggregates } from '@fleet/application/audit/past-aggregates';
import { RouteQueries } from './route.queries';
import { RouteView, routeView } from './route.view';

/** A route as it was at an instant. */
@Injectable()
export class ShowRouteAt {
  constructor(
    private readonly past: PastAggregates,
    private readonly routes: RouteQueries,
  ) {}

  /**
   * @param limitedTo the driver who must have a delivery on it now
   * @throws RouteNotFoundError when there was none yet
   * @throws InvalidFieldsError when `asOf` is in the future
   */
  async execute(id: string, asOf: Date, limitedTo?: DriverId): Promise<RouteView> {
    if (limitedTo !== undefined && !(await this.routes.find(id, limitedTo))) throw new RouteNotFoundError();
    const route = await this.past.find({ entity: 'Route', entityId: id }, asOf, Route.replay);
    if (!route) throw new RouteNotFoundError();
    return routeView(route);
  }
}
