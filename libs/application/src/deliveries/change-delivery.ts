import { Injectable } from '@nestjs/common';
import { DeliveryDetails } from '@fleet/domain/deliveries/delivery-details';
import { DeliveryChanges, DeliveryCommand } from './delivery-changes';
import { DeliveryLinks } from './delivery-links';
import { DeliveryView } from './delivery.view';

export type ChangeDeliveryCommand = DeliveryCommand & DeliveryDetails;

@Injectable()
export class ChangeDelivery {
  constructor(
    private readonly changes: DeliveryChanges,
    private readonly links: DeliveryLinks,
  ) {}

  /**
   * @throws DeliveryNotFoundError, VersionMismatchError, InvalidFieldsError, DeliveryNotPickedUpError,
   * ReferenceTakenError, DependencyCycleError
   */
  execute({ id, expectedVersion, limitedTo, ...details }: ChangeDeliveryCommand): Promise<DeliveryView> {
    return this.changes.execute({ id, expectedVersion, limitedTo }, async (delivery, now) => {
      const before = delivery.snapshot().after;
      delivery.changeDetails(details, now);
      const { after } = delivery.snapshot();
      if (after.some((one) => !before.includes(one))) await this.links.mayWait(id, after);
    });
  }
}
