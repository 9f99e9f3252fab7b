import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { RotateEncryptionKeys } from '@fleet/application/shared/rotate-encryption-keys';
import { Clock } from '@fleet/domain/shared/clock';
import { OnceATick } from './once-a-tick';
import { Ticks } from './ticks';

const NAME = 'key-rotation';
const EVERY_HOUR = '0 17 * * * *';

/** A tick that a busy event loop comes to this late is run all the same: left alone, cron skips it after 250 ms. */
const LONGEST_DELAY_MS = 60_000;

/** Moves what is encrypted to the current key, once there is a new one. Stopped, it goes on at the next tick. */
@Injectable()
export class KeyRotationJob {
  private readonly logger = new Logger(KeyRotationJob.name);
  private readonly ticks: Ticks;

  constructor(
    private readonly onceATick: OnceATick,
    private readonly rotate: RotateEncryptionKeys,
    private readonly clock: Clock,
  ) {
    this.ticks = new Ticks(EVERY_HOUR, 'UTC', clock.now());
  }

  @Cron(EVERY_HOUR, { name: NAME, timeZone: 'UTC', threshold: LONGEST_DELAY_MS })
  async tick(): Promise<void> {
    const planned = this.ticks.take(this.clock.now());
    if (planned) await this.onceATick.run(NAME, planned, (stop) => this.run(stop));
  }

  private async run(stop: AbortSignal): Promise<void> {
    const { moved, left } = await this.rotate.execute(stop);
    if (moved + left > 0) this.logger.log({ moved, left }, 'Values were sealed with the current encryption key');
  }
}
