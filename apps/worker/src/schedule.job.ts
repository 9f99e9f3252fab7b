import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { MakeOccurrences } from '@fleet/application/schedules/make-occurrences';
import { Clock } from '@fleet/domain/shared/clock';
import { OnceATick } from './once-a-tick';
import { LONGEST_DELAY_MS, PlannedTicks, UTC } from './planned-ticks';

const NAME = 'schedules';

/** Often, because a schedule that was made a moment ago may begin today. */
const EVERY_QUARTER = '0 */15 * * * *';

/** Makes routes and deliveries from their schedules, some days ahead. */
@Injectable()
export class ScheduleJob {
  private readonly logger = new Logger(ScheduleJob.name);
  private readonly ticks: PlannedTicks;

  constructor(
    onceATick: OnceATick,
    private readonly makeOccurrences: MakeOccurrences,
    clock: Clock,
  ) {
    this.ticks = new PlannedTicks({ name: NAME, cron: EVERY_QUARTER, timeZone: UTC }, onceATick, clock);
  }

  @Cron(EVERY_QUARTER, { name: NAME, timeZone: UTC, threshold: LONGEST_DELAY_MS })
  tick(): Promise<void> {
    return this.ticks.run((stop) => this.run(stop));
  }

  private async run(stop: AbortSignal): Promise<void> {
    const { made, leftOut, failed } = await this.makeOccurrences.execute(stop);
    if (made + failed > 0) this.logger.log({ made, leftOut, failed }, 'Routes were made from their schedules');
  }
}
