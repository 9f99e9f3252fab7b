import { DriverId } from '@fleet/domain/drivers/driver-id';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { TripView } from './trip.view';

export const TRIP_SORTS = ['startDate'] as const;
export type TripSort = (typeof TRIP_SORTS)[number];

export interface TripFilter {
  readonly vehicleId?: string | undefined;
  readonly driverId?: string | undefined;
  /** Whether the trip is still running. */
  readonly active?: boolean | undefined;
  /** Started at this instant or later. */
  readonly from?: Date | undefined;
  /** Started before this instant. */
  readonly to?: Date | undefined;
  /** Only trips of this driver, whatever else is asked for. */
  readonly limitedTo?: DriverId | undefined;
}

export interface TripListRequest extends PageRequest {
  readonly filter: TripFilter;
  readonly sort: TripSort;
  readonly descending: boolean;
}

/** The read side of trips. */
export abstract class TripQueries {
  /** @param limitedTo the driver whose trip it must be */
  abstract find(id: string, limitedTo?: DriverId): Promise<TripView | null>;

  /** @throws InvalidCursorError */
  abstract list(request: TripListRequest): Promise<Page<TripView>>;
}
