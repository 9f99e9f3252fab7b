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
  execute(page: PageRequest): Promise<string> {
    const load = async () => JSON.stringify(await this.drivers.listAvailable(page));
    // First pages alone are kept: they are what is asked for again, and callers can make up cursors without end.
    return page.cursor === undefined ? this.cache.wrap(`${KEY}/${page.limit}`, AVAILABILITY_TTL_MS, load) : load();
  }
}
