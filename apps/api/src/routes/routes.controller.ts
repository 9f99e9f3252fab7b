import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangeRoute } from '@fleet/application/routes/change-route';
import { PlanRoute } from '@fleet/application/routes/plan-route';
import { RouteOverview } from '@fleet/application/routes/route-overview.view';
import { RouteQueries } from '@fleet/application/routes/route.queries';
import { RouteView } from '@fleet/application/routes/route.view';
import { ShowRouteAt } from '@fleet/application/routes/show-route-at';
import { ShowRoutesOverview } from '@fleet/application/routes/show-routes-overview';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { Page } from '@fleet/application/shared/page';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { RouteNotFoundError } from '@fleet/domain/routes/route.errors';
import { Access, OwnOrAll } from '@fleet/api/http/access/access';
import { LimitedTo } from '@fleet/api/http/access/caller';
import { AsOf, VersionedOrPast } from '@fleet/api/http/as-of';
import { IfMatch } from '@fleet/api/http/entity-tag';
import { Idempotent } from '@fleet/api/http/idempotency/idempotent';
import { CreatedIn, Versioned } from '@fleet/api/http/resource-answers';
import { ResourceId } from '@fleet/api/http/resource-id';
import { parseSort } from '@fleet/api/http/sort';
import * as docs from './routes.docs';
import { ChangeRouteRequest, ListRoutesQuery, PlanRouteRequest, RoutesOverviewQuery } from './routes.dto';

@ApiTags('Routes')
@Controller('routes')
export class RoutesController {
  constructor(
    private readonly routes: RouteQueries,
    private readonly showRoutesOverview: ShowRoutesOverview,
    private readonly showRouteAt: ShowRouteAt,
    private readonly planRoute: PlanRoute,
    private readonly changeRoute: ChangeRoute,
  ) {}

  @Get()
  @docs.list
  @OwnOrAll('routes:read')
  list(
    @Query() { limit, cursor, sort, ...filter }: ListRoutesQuery,
    @LimitedTo() limitedTo: DriverId | undefined,
  ): Promise<Page<RouteView>> {
    return this.routes.list({ limit, cursor, filter: { ...filter, limitedTo }, ...parseSort(sort) });
  }

  @Get('overview')
  @docs.overview
  @Access('fleet:read')
  overview(@Query() { limit, cursor, sort, ...filter }: RoutesOverviewQuery): Promise<Page<RouteOverview>> {
    return this.showRoutesOverview.execute({ limit, cursor, filter, ...parseSort(sort) });
  }

  @Get(':id')
  @docs.get
  @OwnOrAll('routes:read')
  @VersionedOrPast()
  async get(
    @ResourceId() id: string,
    @AsOf() asOf: Date | undefined,
    @LimitedTo() limitedTo: DriverId | undefined,
  ): Promise<RouteView> {
    if (asOf) return this.showRouteAt.execute(id, asOf, limitedTo);
    const route = await this.routes.find(id, limitedTo);
    if (!route) throw new RouteNotFoundError();
    return route;
  }

  @Post()
  @docs.plan
  @Access('routes:write')
  @Idempotent()
  @CreatedIn('/api/routes')
  @Versioned()
  plan(@Body() request: PlanRouteRequest): Promise<RouteView> {
    return this.planRoute.execute(request);
  }

  @Put(':id')
  @docs.change
  @Access('routes:write')
  @Versioned()
  change(
    @ResourceId() id: string,
    @IfMatch() expectedVersion: ExpectedVersion,
    @Body() request: ChangeRouteRequest,
  ): Promise<RouteView> {
    return this.changeRoute.execute({ id, expectedVersion, ...request });
  }
}
