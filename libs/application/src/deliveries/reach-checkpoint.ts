import { Injectable } from '@nestjs/common';
import { CheckpointNotFoundError } from '@fleet/domain/routes/route.errors';
import { DeliveryChanges, DeliveryCommand } from './delivery-changes';
import { DeliveryRoutes } from './delivery-routes';
import { DeliveryView } from './delivery.view';

export interface ReachCheckpointCommand extends DeliveryCommand {
  readonly sequence: number;
  /** When it was reached: now, unless it says otherwise. */
  readonly reachedAt?: Date | null | undefined;
}

@Injectable()
export class ReachCheckpoint {
  constructor(
    private readonly changes: DeliveryChanges,
    private readonly routes: DeliveryRoutes,
  ) {}

  /**
   * One that was reached before changes nothing.
   * @throws DeliveryNotFoundError, VersionMismatchError, CheckpointNotFoundError, InvalidFieldsError,
   * DeliveryNotInTransitError
   */
  execute({ sequence, reachedAt, ...command }: ReachCheckpointCommand): Promise<DeliveryView> {
    return this.changes.execute(command, async (delivery, now) => {
      const { checkpoints } = await this.routes.find(delivery.routeId);
      const checkpoint = checkpoints.find((one) => one.sequence === sequence);
      if (!checkpoint) throw new CheckpointNotFoundError();
      delivery.reachCheckpoint(checkpoint, reachedAt ?? now, now);
    });
  }
}
