import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { RotateEncryptionKeys } from '@fleet/application/shared/rotate-encryption-keys';
import { Clock } from '@fleet/domain/shared/clock';
import { OnceATick } from './once-a-tick';
import { LONGEST_DELAY_MS, PlannedTicks, UTC } from './planned-ticks';

const NAME = 'key-rotation';
const EVERY_HOUR = '0 17 * * * *';

/** Moves what is encrypted to the current key, once there is a new one. Stopped, it goes on at the next tick. */
@Injectable()
export class KeyRotationJob {
  private readonly logger = new Logger(KeyRotationJob.name);
  private readonly ticks: PlannedTicks;

  constructor(
    onceATick: OnceATick,
    private readonly rotate: RotateEncryptionKeys,
    clock: Clock,
  ) {
    this.ticks = new PlannedTicks({ name: NAME, cron: EVERY_HOUR, timeZone: UTC }, onceATick, clock);
  }

  @Cron(EVERY_HOUR, { name: NAME, timeZone: UTC, threshold: LONGEST_DELAY_MS })
  tick(): Promise<void> {
    return this.ticks.run((stop) => this.run(stop));
  }

  private async run(stop: AbortSignal): Promise<void> {
    const { moved, left } = await this.rotate.execute(stop);
    if (moved + left > 0) this.logger.log({ moved, left }, 'Values were sealed with the current encryption key');
  }
}
