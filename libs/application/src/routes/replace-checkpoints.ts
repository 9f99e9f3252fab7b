import { Injectable } from '@nestjs/common';
import { CheckpointDetails } from '@fleet/domain/routes/checkpoint';
import { RouteChanges, RouteTarget } from './route-changes';
import { RouteView } from './route.view';

export interface ReplaceCheckpointsCommand extends RouteTarget {
  /** All of them, in the order of their sequences, or without any in this one. */
  readonly checkpoints: readonly CheckpointDetails[];
}

@Injectable()
export class ReplaceCheckpoints {
  constructor(private readonly changes: RouteChanges) {}

  /** @throws RouteNotFoundError, VersionMismatchError, InvalidFieldsError, RouteNotInPlanningError, CheckpointOutOfOrderError */
  execute({ checkpoints, ...target }: ReplaceCheckpointsCommand): Promise<RouteView> {
    return this.changes.make(target, (route, now) => route.replaceCheckpoints(checkpoints, now));
  }
}
