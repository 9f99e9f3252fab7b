import { Injectable } from '@nestjs/common';
import { RouteChanges, RouteTarget } from './route-changes';
import { RouteView } from './route.view';

@Injectable()
export class ActivateRoute {
  constructor(private readonly changes: RouteChanges) {}

  /** @throws RouteNotFoundError, VersionMismatchError, RouteNotInPlanningError, RouteHasNoCheckpointsError */
  execute(target: RouteTarget): Promise<RouteView> {
    return this.changes.make(target, (route, now) => route.activate(now));
  }
}
