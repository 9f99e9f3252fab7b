import { Injectable } from '@nestjs/common';
import { addDays } from '@fleet/domain/shared/calendar';
import { Clock } from '@fleet/domain/shared/clock';
import { Cache } from '@fleet/application/shared/cache';
import { CommittedEvents } from '@fleet/application/shared/committed-events';
import { Settings } from '@fleet/application/shared/settings';
import { FleetQueries } from './fleet.queries';

const KEY = 'fleet/overview';

/** What is late or due changes by itself, and other processes' writes are told a moment later. */
const TTL_MS = 10_000;

/** What the numbers are of. */
const COUNTED: readonly string[] = ['Vehicle', 'Driver', 'Trip', 'Delivery'];

/** The fleet at a glance, from the cache for a few seconds while nothing has happened. */
@Injectable()
export class ShowFleetOverview {
  constructor(
    private readonly cache: Cache,
    private readonly fleet: FleetQueries,
    private readonly clock: Clock,
    private readonly settings: Settings,
    events: CommittedEvents,
  ) {
    events.subscribe(async (committed) => {
      if (committed.some(({ stream }) => COUNTED.includes(stream))) await this.cache.delete(KEY);
    });
  }

  /** As JSON text, ready to be sent. */
  execute(): Promise<string> {
    return this.cache.wrap(KEY, TTL_MS, async () => {
      const now = this.clock.now();
      return JSON.stringify(await this.fleet.overview(now, addDays(now, this.settings.maintenanceDaysThreshold)));
    });
  }
}
