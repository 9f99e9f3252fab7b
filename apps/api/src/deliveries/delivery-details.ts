import { DeliveryDetails } from '@fleet/domain/deliveries/delivery-details';
import { ChangeDeliveryRequest } from './deliveries.dto';

/** The details of a request, whose customer is an object of its own there. */
export function detailsOf({
  reference,
  customer,
  priority,
  promisedBy,
  requirements,
  after,
}: ChangeDeliveryRequest): DeliveryDetails {
  return {
    reference,
    customerName: customer.name,
    customerPhone: customer.phone,
    customerAddress: customer.address,
    priority,
    promisedBy,
    requirements,
    after,
  };
}
