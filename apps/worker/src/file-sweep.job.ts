import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { SweepFiles } from '@fleet/application/shared/uploads/sweep-files';
import { Clock } from '@fleet/domain/shared/clock';
import { OnceATick } from './once-a-tick';
import { LONGEST_DELAY_MS, PlannedTicks, UTC } from './planned-ticks';

const NAME = 'file-sweep';

/** Once an hour, in a minute that no other job has. */
const CRON = '0 7 * * * *';

/** Deletes uploaded files that nothing knows of. */
@Injectable()
export class FileSweepJob {
  private readonly logger = new Logger(FileSweepJob.name);
  private readonly ticks: PlannedTicks;

  constructor(
    onceATick: OnceATick,
    private readonly sweep: SweepFiles,
    clock: Clock,
  ) {
    this.ticks = new PlannedTicks({ name: NAME, cron: CRON, timeZone: UTC }, onceATick, clock);
  }

  @Cron(CRON, { name: NAME, timeZone: UTC, threshold: LONGEST_DELAY_MS })
  tick(): Promise<void> {
    return this.ticks.run((stop) => this.run(stop));
  }

  private async run(stop: AbortSignal): Promise<void> {
    const swept = await this.sweep.execute(stop);
    if (swept > 0) this.logger.log({ swept }, 'Files that nothing knows of were deleted');
  }
}
