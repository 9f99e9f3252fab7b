import { Injectable } from '@nestjs/common';
import { RouteDetails } from '@fleet/domain/routes/route.snapshot';
import { RouteChanges, RouteTarget } from './route-changes';
import { RouteView } from './route.view';

export type ChangeRouteCommand = RouteTarget & RouteDetails;

@Injectable()
export class ChangeRoute {
  constructor(private readonly changes: RouteChanges) {}

  /** @throws RouteNotFoundError, VersionMismatchError, InvalidFieldsError, RouteNotInPlanningError, CheckpointOutOfOrderError */
  execute(command: ChangeRouteCommand): Promise<RouteView> {
    return this.changes.make(command, (route, now) => route.changeDetails(command, now));
  }
}
