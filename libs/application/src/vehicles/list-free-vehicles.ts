import { Injectable } from '@nestjs/common';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { Clock } from '@fleet/domain/shared/clock';
import { FreeSlot } from '@fleet/application/shared/free-slot';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { VehicleQueries } from './vehicle.queries';
import { VehicleView } from './vehicle.view';

/**
 * Vehicles that a delivery may be given in a slot: not in the workshop, held by no other delivery that overlaps it, and on
 * no trip, unless the slot is still to come: a trip has no planned end, and will have ended by then.
 */
@Injectable()
export class ListFreeVehicles {
  constructor(
    private readonly vehicles: VehicleQueries,
    private readonly clock: Clock,
  ) {}

  /** In the order of plates. @param limitedTo the driver who sees no others than before @throws InvalidCursorError */
  execute(slot: FreeSlot, page: PageRequest, limitedTo?: DriverId): Promise<Page<VehicleView>> {
    return this.vehicles.listFree({ ...page, slot, withBusy: slot.from > this.clock.now(), limitedTo });
  }
}
