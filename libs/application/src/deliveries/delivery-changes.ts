import { Injectable } from '@nestjs/common';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { DeliveryNotFoundError } from '@fleet/domain/deliveries/delivery.errors';
import { DeliveryRepository } from '@fleet/domain/deliveries/delivery.repository';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { Clock } from '@fleet/domain/shared/clock';
import { isWithin } from '@fleet/application/identity/limited-to';
import { ExpectedVersion, expectVersion } from '@fleet/application/shared/expect-version';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { DeliveryView, deliveryView } from './delivery.view';

/** Which delivery is changed, and by whom. */
export interface DeliveryCommand {
  readonly id: string;
  readonly expectedVersion?: ExpectedVersion;
  /** The driver to whose own things the caller is limited. */
  readonly limitedTo?: DriverId | undefined;
}

type Change = (delivery: Delivery, now: Date) => void | Promise<void>;

/** Changes one delivery: what every use case does before and after. */
@Injectable()
export class DeliveryChanges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deliveries: DeliveryRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DeliveryNotFoundError, VersionMismatchError, and what `change` throws */
  execute(command: DeliveryCommand, change: Change): Promise<DeliveryView> {
    return this.unitOfWork.run(async () => {
      const now = this.clock.now();
      // Its row is held before it is read, and before anybody else's: delivery, trip, vehicle, driver is the order of locks.
      const isThere = await this.deliveries.lock(command.id);
      const delivery = await this.changed(command, change, isThere, now);
      await this.deliveries.update(delivery);
      return deliveryView(delivery);
    });
  }

  /** What {@link execute} would be refused for, as far as it can be seen: nothing is held, and nothing is written. */
  async rehearse(command: DeliveryCommand, change: Change): Promise<void> {
    await this.changed(command, change, true, this.clock.now());
  }

  private async changed(
    { id, expectedVersion, limitedTo }: DeliveryCommand,
    change: Change,
    isThere: boolean,
    now: Date,
  ): Promise<Delivery> {
    const delivery = isThere ? await this.deliveries.find(id) : null;
    if (!delivery || !isWithin(limitedTo, delivery.driverId)) throw new DeliveryNotFoundError();
    expectVersion(delivery, expectedVersion);
    await change(delivery, now);
    return delivery;
  }
}
