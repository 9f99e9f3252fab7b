import { Injectable } from '@nestjs/common';
import { AVAILABILITY_TTL_MS } from '@fleet/application/shared/availability-cache';
import { Cache } from '@fleet/application/shared/cache';
import { CommittedEvents } from '@fleet/application/shared/committed-events';
import { PageRequest } from '@fleet/application/shared/page';
import { DriverQueries } from './driver.queries';

const KEY = 'drivers/available';

/** Available drivers in the order of their registration, from the cache while nothing has happened to a driver. */
@Injectable()
export class ListAvailableDrivers {
  constructor(
    private readonly cache: Cache,
    private readonly drivers: DriverQueries,
    events: CommittedEvents,
  ) {
    events.subscribe(async (committed) => {
      if (committed.some((event) => event.stream === 'Driver')) await this.cache.delete(KEY);
    });
  }

  /** The page as JSON text, ready to be sent. @throws InvalidCursorError */
  execute({ limit, cursor }: PageRequest): Promise<string> {
    return this.cache.wrap(`${KEY}/${limit}/${cursor ?? ''}`, AVAILABILITY_TTL_MS, async () => {
      const filter = { available: true };
      return JSON.stringify(await this.drivers.list({ filter, sort: 'createdAt', descending: false, limit, cursor }));
    });
  }
}
