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
  execute({ limit, cursor }: PageRequest): Promise<string> {
    return this.cache.wrap(`${KEY}/${limit}/${cursor ?? ''}`, AVAILABILITY_TTL_MS, async () => {
      const filter = { status: 'Available' } as const;
      return JSON.stringify(await this.vehicles.list({ filter, sort: 'plate', descending: false, limit, cursor }));
    });
  }
}
