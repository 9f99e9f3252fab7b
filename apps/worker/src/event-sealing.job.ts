import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { EventSeals, SealedBatch } from '@fleet/application/audit/event-seals';
import { Clock } from '@fleet/domain/shared/clock';
import { OnceATick } from './once-a-tick';
import { Ticks } from './ticks';

const NAME = 'event-sealing';
const EVERY_MINUTE = '0 * * * * *';

/** A tick that a busy event loop comes to this late is run all the same: left alone, cron skips it after 250 ms. */
const LONGEST_DELAY_MS = 30_000;

/** Seals what has happened since the last minute. */
@Injectable()
export class EventSealingJob {
  private readonly logger = new Logger(EventSealingJob.name);
  private readonly ticks: Ticks;

  constructor(
    private readonly onceATick: OnceATick,
    private readonly seals: EventSeals,
    private readonly clock: Clock,
  ) {
    this.ticks = new Ticks(EVERY_MINUTE, 'UTC', clock.now());
  }

  @Cron(EVERY_MINUTE, { name: NAME, threshold: LONGEST_DELAY_MS })
  async tick(): Promise<void> {
    const planned = this.ticks.take(this.clock.now());
    if (planned) await this.onceATick.run(NAME, planned, (stop) => this.seal(stop));
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
