import { Injectable, OnApplicationBootstrap } from '@nestjs/common';
import { Cron, SchedulerRegistry } from '@nestjs/schedule';
import { CronTime } from 'cron';
import { RunMaintenanceCheck } from '@fleet/application/maintenance/run-maintenance-check';
import { Clock } from '@fleet/domain/shared/clock';
import { OnceATick } from './once-a-tick';
import { Ticks } from './ticks';

const NAME = 'maintenance-check';

/** A tick that a busy event loop comes to this late is run all the same: left alone, cron skips it after 250 ms. */
const LONGEST_DELAY_MS = 60_000;

/** When the operator wants vehicles checked. */
export abstract class MaintenanceCheckSchedule {
  abstract readonly cron: string;
  /** IANA name of the zone that the cron expression is in. */
  abstract readonly timeZone: string;
}

@Injectable()
export class MaintenanceCheckJob implements OnApplicationBootstrap {
  private readonly ticks: Ticks;

  constructor(
    private readonly schedule: MaintenanceCheckSchedule,
    private readonly scheduler: SchedulerRegistry,
    private readonly onceATick: OnceATick,
    private readonly check: RunMaintenanceCheck,
    private readonly clock: Clock,
  ) {
    this.ticks = new Ticks(schedule.cron, schedule.timeZone, clock.now());
  }

  onApplicationBootstrap(): void {
    const job = this.scheduler.getCronJob(NAME);
    job.setTime(new CronTime(this.schedule.cron, this.schedule.timeZone));
    job.start();
  }

  // Disabled until the operator's schedule, which a decorator cannot know, takes the place of this one.
  @Cron('0 0 0 * * *', { name: NAME, disabled: true, threshold: LONGEST_DELAY_MS })
  async tick(): Promise<void> {
    const planned = this.ticks.take(this.clock.now());
    if (planned) await this.onceATick.run(NAME, planned, (stop) => this.check.execute(stop));
  }
}
