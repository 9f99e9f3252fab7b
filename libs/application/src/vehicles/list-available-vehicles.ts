import { Injectable } from '@nestjs/common';
import { Cache } from '@fleet/application/shared/cache';
import { CommittedEvents } from '@fleet/application/shared/committed-events';
import { AVAILABILITY_TTL_MS } from '@fleet/application/shared/availability-cache';
import { PageRequest } from '@fleet/application/shared/page';
import { VehicleQueries } from './vehicle.queries';

const KEY = 'vehicles/available';

/** Available vehicles in the order of plates, from the cache while nothing has happened to a vehicle. */
@Injectable()
export class ListAvailableVehicles {
  constructor(
    private readonly cache: Cache,
    private readonly vehicles: VehicleQueries,
    events: CommittedEvents,
  ) {
    events.subscribe(async (committed) => {
      if (committed.some((event) => event.stream === 'Vehicle')) await this.cache.delete(KEY);
    });
  }

  /** The page as JSON text, ready to be sent. @throws InvalidCursorError */
  execute(page: PageRequest): Promise<string> {
    const load = async () => JSON.stringify(await this.vehicles.listAvailable(page));
    // First pages alone are kept: they are what is asked for again, and callers can make up cursors without end.
    return page.cursor === undefined ? this.cache.wrap(`${KEY}/${page.limit}`, AVAILABILITY_TTL_MS, load) : load();
  }
}
