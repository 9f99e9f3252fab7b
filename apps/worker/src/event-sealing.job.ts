import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { EventSeals, SealedBatch } from '@fleet/application/audit/event-seals';
import { Clock } from '@fleet/domain/shared/clock';
import { OnceATick } from './once-a-tick';
import { LONGEST_DELAY_MS, PlannedTicks, UTC } from './planned-ticks';

const NAME = 'event-sealing';
const EVERY_MINUTE = '0 * * * * *';

/** Seals what has happened since the last minute. */
@Injectable()
export class EventSealingJob {
  private readonly logger = new Logger(EventSealingJob.name);
  private readonly ticks: PlannedTicks;

  constructor(
    onceATick: OnceATick,
    private readonly seals: EventSeals,
    clock: Clock,
  ) {
    this.ticks = new PlannedTicks({ name: NAME, cron: EVERY_MINUTE, timeZone: UTC }, onceATick, clock);
  }

  @Cron(EVERY_MINUTE, { name: NAME, timeZone: UTC, threshold: LONGEST_DELAY_MS })
  tick(): Promise<void> {
    return this.ticks.run((stop) => this.seal(stop));
  }

  private async seal(stop: AbortSignal): Promise<void> {
    let events = 0;
    let last: SealedBatch | undefined;
    try {
      for await (const batch of this.seals.seal()) {
        events += batch.events;
        last = batch;
        stop.throwIfAborted();
      }
    } finally {
      // Where the logs are kept, the end of the chain is kept out of the reach of whoever rewrites the database.
      if (last) this.logger.log({ events, position: last.position, hash: last.hash }, 'Events sealed');
    }
  }
}
