import { Injectable } from '@nestjs/common';
import { RouteRepository } from '@fleet/domain/routes/route.repository';
import { RouteChanges, RouteTarget } from './route-changes';
import { RouteView } from './route.view';

@Injectable()
export class CompleteRoute {
  constructor(
    private readonly changes: RouteChanges,
    private readonly routes: RouteRepository,
  ) {}

  /** @throws RouteNotFoundError, VersionMismatchError, RouteNotActiveError, RouteHasOpenDeliveriesError */
  execute(target: RouteTarget): Promise<RouteView> {
    return this.changes.make(target, async (route, now) => {
      route.complete(await this.routes.hasOpenDeliveries(route.id), now);
    });
  }
}
