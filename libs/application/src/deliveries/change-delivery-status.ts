import { Injectable } from '@nestjs/common';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { DeliveryNotFoundError } from '@fleet/domain/deliveries/delivery.errors';
import { DeliveryStatus } from '@fleet/domain/deliveries/delivery-status';
import { DeliveryRepository } from '@fleet/domain/deliveries/delivery.repository';
import { Ending } from '@fleet/domain/deliveries/ending';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { DeliveryChanges, DeliveryCommand } from './delivery-changes';
import { DeliveryRoutes } from './delivery-routes';
import { DeliveryTrips } from './delivery-trips';
import { DeliveryView } from './delivery.view';

/** Reason and notes are for failing and cancelling; the distance, in kilometres, is for whatever ends a trip. */
export interface ChangeDeliveryStatusCommand extends DeliveryCommand, Ending {
  readonly status: DeliveryStatus;
}

@Injectable()
export class ChangeDeliveryStatus {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: DeliveryChanges,
    private readonly deliveries: DeliveryRepository,
    private readonly routes: DeliveryRoutes,
    private readonly trips: DeliveryTrips,
  ) {}

  /**
   * @throws DeliveryNotFoundError, VersionMismatchError, InvalidDeliveryTransitionError, InvalidFieldsError, and what
   * else the step asks for
   */
  execute(command: ChangeDeliveryStatusCommand): Promise<DeliveryView> {
    if (command.status === 'PickedUp') return this.retry(command);
    return this.changes.execute(command, async (delivery, now) => {
      const { isOnRoad } = delivery;
      await this.step(delivery, command, now);
      if (isOnRoad && !delivery.isOnRoad) await this.trips.end(delivery, now);
    });
  }

  private async step(delivery: Delivery, { status, ...ending }: ChangeDeliveryStatusCommand, now: Date): Promise<void> {
    if (status === 'InTransit') await this.trips.start(delivery, now);
    else if (status === 'OutForDelivery') delivery.goOutForDelivery(await this.routes.find(delivery.routeId), now);
    else if (status === 'Delivered') delivery.deliver(ending.distance, now);
    else if (status === 'Failed') delivery.fail(ending, now);
    else delivery.cancel(ending, now);
  }

  /** The route comes before the delivery in the order of locks; which one it is never changes. */
  private retry(command: DeliveryCommand): Promise<DeliveryView> {
    return this.unitOfWork.run(async () => {
      const found = await this.deliveries.find(command.id);
      if (!found) throw new DeliveryNotFoundError();
      const { routeId } = found;
      await this.routes.lock(routeId);
      return this.changes.execute(command, async (delivery, now) => {
        delivery.retry(now);
        await this.routes.get(routeId);
      });
    });
  }
}
