import { Injectable } from '@nestjs/common';
import { Clock } from '@fleet/domain/shared/clock';
import { Page } from '@fleet/application/shared/page';
import { RouteOverview } from './route-overview.view';
import { RouteOverviewRequest, RouteQueries } from './route.queries';

/** How it stands with the deliveries of the routes, now. */
@Injectable()
export class ShowRoutesOverview {
  constructor(
    private readonly routes: RouteQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidCursorError */
  execute(request: RouteOverviewRequest): Promise<Page<RouteOverview>> {
    return this.routes.overview(request, this.clock.now());
  }
}
