import { Injectable } from '@nestjs/common';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { DeliveryNotFoundError } from '@fleet/domain/deliveries/delivery.errors';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { PastAggregates } from '@fleet/application/audit/past-aggregates';
import { DeliveryView, deliveryView } from './delivery.view';

/** A delivery as it was at an instant. */
@Injectable()
export class ShowDeliveryAt {
  constructor(private readonly past: PastAggregates) {}

  /**
   * @param limitedTo a driver, who sees deliveries as they are and not what has become of them
   * @throws DeliveryNotFoundError when there was none yet
   * @throws InvalidFieldsError when `asOf` is in the future
   */
  async execute(id: string, asOf: Date, limitedTo?: DriverId): Promise<DeliveryView> {
    if (limitedTo !== undefined) throw new DeliveryNotFoundError();
    const delivery = await this.past.find({ entity: 'Delivery', entityId: id }, asOf, Delivery.replay);
    if (!delivery) throw new DeliveryNotFoundError();
    return deliveryView(delivery);
  }
}
