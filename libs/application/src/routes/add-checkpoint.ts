import { Injectable } from '@nestjs/common';
import { CheckpointDetails } from '@fleet/domain/routes/checkpoint';
import { RouteChanges, RouteTarget } from './route-changes';
import { RouteView } from './route.view';

export interface AddCheckpointCommand extends RouteTarget {
  /** Its `sequence` says where it is put, those from there on after it; without one it is the last. */
  readonly checkpoint: CheckpointDetails;
}

@Injectable()
export class AddCheckpoint {
  constructor(private readonly changes: RouteChanges) {}

  /** @throws RouteNotFoundError, VersionMismatchError, InvalidFieldsError, RouteNotInPlanningError, CheckpointOutOfOrderError */
  execute({ checkpoint, ...target }: AddCheckpointCommand): Promise<RouteView> {
    return this.changes.make(target, (route, now) => {
      route.addCheckpoint(checkpoint, checkpoint.sequence ?? undefined, now);
    });
  }
}
