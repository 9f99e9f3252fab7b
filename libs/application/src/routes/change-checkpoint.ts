import { Injectable } from '@nestjs/common';
import { CheckpointDetails } from '@fleet/domain/routes/checkpoint';
import { RouteChanges, RouteTarget } from './route-changes';
import { RouteView } from './route.view';

export interface ChangeCheckpointCommand extends RouteTarget {
  /** Where it is now. */
  readonly sequence: number;
  /** Its `sequence` says where it is moved to; without one it stays where it is. */
  readonly checkpoint: CheckpointDetails;
}

@Injectable()
export class ChangeCheckpoint {
  constructor(private readonly changes: RouteChanges) {}

  /** @throws RouteNotFoundError, VersionMismatchError, InvalidFieldsError, RouteNotInPlanningError, CheckpointNotFoundError, CheckpointOutOfOrderError */
  execute({ sequence, checkpoint, ...target }: ChangeCheckpointCommand): Promise<RouteView> {
    return this.changes.make(target, (route, now) => {
      route.changeCheckpoint(sequence, checkpoint, checkpoint.sequence ?? undefined, now);
    });
  }
}
