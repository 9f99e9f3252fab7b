import { DeliveryStatus } from '@fleet/domain/deliveries/delivery-status';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { Priority } from '@fleet/domain/shared/delivery-needs';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { DeliveryView } from './delivery.view';

export const DELIVERY_SORTS = ['slotStart'] as const;
export type DeliverySort = (typeof DELIVERY_SORTS)[number];

export interface DeliveryFilter {
  readonly status?: DeliveryStatus | undefined;
  readonly driverId?: string | undefined;
  readonly vehicleId?: string | undefined;
  readonly routeId?: string | undefined;
  /** Every word of it is a whole word of the customer's name, without case or accents, or the telephone number. */
  readonly customer?: string | undefined;
  readonly priority?: Priority | undefined;
  /** The whole of it. */
  readonly reference?: string | undefined;
  /** Its slot begins at this instant or later. */
  readonly from?: Date | undefined;
  /** Its slot begins before this instant. */
  readonly to?: Date | undefined;
  /** Delivered after what was promised, or not over and past it. */
  readonly late?: boolean | undefined;
  readonly hasOpenIncidents?: boolean | undefined;
  /** Only deliveries that are assigned to this driver, whatever else is asked for. */
  readonly limitedTo?: DriverId | undefined;
}

export interface DeliveryListRequest extends PageRequest {
  readonly filter: DeliveryFilter;
  readonly sort: DeliverySort;
  readonly descending: boolean;
}

/** The read side of deliveries. */
export abstract class DeliveryQueries {
  /** @param limitedTo the driver whom it must be assigned to */
  abstract find(id: string, limitedTo?: DriverId): Promise<DeliveryView | null>;

  /** @throws InvalidCursorError, InvalidFieldsError when `customer` has too many words */
  abstract list(request: DeliveryListRequest): Promise<Page<DeliveryView>>;
}
