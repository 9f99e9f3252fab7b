import { Injectable } from '@nestjs/common';
import { Route } from '@fleet/domain/routes/route';
import { RebuiltKind } from '@fleet/infrastructure/shared/event-sourcing/rebuilt-kind';
import { RouteProjection } from './route-projection';

/** Routes, whose rows never stand in each other's way, and of which nothing is counted. */
@Injectable()
export class RebuiltRoutes extends RebuiltKind<Route> {
  readonly of = { stream: 'Route', replay: Route.replay };
  readonly table = 'Routes';

  constructor(readonly projection: RouteProjection) {
    super();
  }

  async makeRoom(): Promise<string[]> {
    return [];
  }

  async recount(): Promise<void> {
    // There are no counts.
  }
}
