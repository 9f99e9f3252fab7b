import { DriverId } from '@fleet/domain/drivers/driver-id';
import { FreeSlot } from '@fleet/application/shared/free-slot';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { DriverView } from './driver.view';

export const DRIVER_SORTS = ['createdAt'] as const;
export type DriverSort = (typeof DRIVER_SORTS)[number];

export interface DriverFilter {
  readonly active?: boolean | undefined;
  /** Active and on no trip. */
  readonly available?: boolean | undefined;
  /** The whole licence number, in any case. */
  readonly licenseNumber?: string | undefined;
  /**
   * Every word of it begins the licence number or a word of the name. Of a word the first 12 letters count; words of one
   * letter are passed over.
   */
  readonly q?: string | undefined;
  /** Nobody but this one. */
  readonly limitedTo?: DriverId | undefined;
}

export interface DriverListRequest extends PageRequest {
  readonly filter: DriverFilter;
  readonly sort: DriverSort;
  readonly descending: boolean;
}

export interface FreeDriversRequest extends PageRequest {
  readonly slot: FreeSlot;
  /** With those who are on a trip now. */
  readonly withBusy: boolean;
}

/** The read side of drivers. */
export abstract class DriverQueries {
  /** @param limitedTo the only driver that the caller may see */
  abstract find(id: string, limitedTo?: DriverId): Promise<DriverView | null>;

  /** @throws InvalidCursorError */
  abstract list(request: DriverListRequest): Promise<Page<DriverView>>;

  /** Available drivers in the order of their registration, as the last commit has left them. @throws InvalidCursorError */
  abstract listAvailable(page: PageRequest): Promise<Page<DriverView>>;

  /** Active drivers whom no delivery holds in the slot, in the order of their registration. @throws InvalidCursorError */
  abstract listFree(request: FreeDriversRequest): Promise<Page<DriverView>>;
}
