import { Injectable } from '@nestjs/common';
import { Clock } from '@fleet/domain/shared/clock';
import { FreeSlot } from '@fleet/application/shared/free-slot';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { DriverQueries } from './driver.queries';
import { DriverView } from './driver.view';

/**
 * Drivers whom a delivery may be given in a slot: active, held by no other delivery that overlaps it, and on no trip, unless
 * the slot is still to come: a trip has no planned end, and will have ended by then.
 */
@Injectable()
export class ListFreeDrivers {
  constructor(
    private readonly drivers: DriverQueries,
    private readonly clock: Clock,
  ) {}

  /** In the order of their registration. @throws InvalidCursorError */
  execute(slot: FreeSlot, page: PageRequest): Promise<Page<DriverView>> {
    return this.drivers.listFree({ ...page, slot, withBusy: slot.from > this.clock.now() });
  }
}
