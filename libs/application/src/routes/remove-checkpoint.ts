import { Injectable } from '@nestjs/common';
import { RouteChanges, RouteTarget } from './route-changes';
import { RouteView } from './route.view';

export interface RemoveCheckpointCommand extends RouteTarget {
  readonly sequence: number;
}

@Injectable()
export class RemoveCheckpoint {
  constructor(private readonly changes: RouteChanges) {}

  /** @throws RouteNotFoundError, VersionMismatchError, RouteNotInPlanningError, CheckpointNotFoundError */
  execute({ sequence, ...target }: RemoveCheckpointCommand): Promise<RouteView> {
    return this.changes.make(target, (route, now) => route.removeCheckpoint(sequence, now));
  }
}
