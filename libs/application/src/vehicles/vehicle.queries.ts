import { DriverId } from '@fleet/domain/drivers/driver-id';
import { VehicleStatus } from '@fleet/domain/vehicles/vehicle-status';
import { FreeSlot } from '@fleet/application/shared/free-slot';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { VehicleView } from './vehicle.view';

export const VEHICLE_SORTS = ['plate', 'createdAt', 'mileage', 'nextMaintenanceDate'] as const;
export type VehicleSort = (typeof VEHICLE_SORTS)[number];

export interface VehicleFilter {
  readonly status?: VehicleStatus | undefined;
  /** Beginning of the plate, in any case. */
  readonly plate?: string | undefined;
  /** Every word of it begins the plate or a word of the model. */
  readonly q?: string | undefined;
  /** Next maintenance is before this instant. */
  readonly maintenanceDueBefore?: Date | undefined;
  /** Only those that this driver may see: the available ones, and the one that the driver drives now. */
  readonly limitedTo?: DriverId | undefined;
}

export interface VehicleListRequest extends PageRequest {
  readonly filter: VehicleFilter;
  readonly sort: VehicleSort;
  readonly descending: boolean;
}

export interface FreeVehiclesRequest extends PageRequest {
  readonly slot: FreeSlot;
  /** With those that are on a trip now. */
  readonly withBusy: boolean;
  /** Only those that this driver may see, as in a list. */
  readonly limitedTo?: DriverId | undefined;
}

export interface DueVehiclesRequest extends PageRequest {
  /** Days ahead that the caller asked about; a cursor is good for these only. */
  readonly days: number;
  /** The instant that these days end at. */
  readonly until: Date;
}

/** A vehicle whose maintenance is due; `nextMaintenanceDate` is ISO 8601 in UTC. */
export type DueVehicle = Pick<VehicleView, 'id' | 'plate' | 'nextMaintenanceDate'>;

/** The read side of vehicles. */
export abstract class VehicleQueries {
  /** @param limitedTo the driver who must be allowed to see it, as in a list */
  abstract find(id: string, limitedTo?: DriverId): Promise<VehicleView | null>;

  /** @throws InvalidCursorError */
  abstract list(request: VehicleListRequest): Promise<Page<VehicleView>>;

  /** Available vehicles in the order of plates, as the last commit has left them. @throws InvalidCursorError */
  abstract listAvailable(page: PageRequest): Promise<Page<VehicleView>>;

  /** Vehicles that no delivery holds in the slot, in the order of plates. @throws InvalidCursorError */
  abstract listFree(request: FreeVehiclesRequest): Promise<Page<VehicleView>>;

  /** Vehicles whose next maintenance is at `until` or before, soonest first. @throws InvalidCursorError */
  abstract listDue(request: DueVehiclesRequest): Promise<Page<VehicleView>>;

  /** All of them, soonest first, however many there are: memory holds a few at a time, and others get their turn. */
  abstract streamDue(until: Date): AsyncIterable<DueVehicle>;
}
