import { Injectable, OnApplicationBootstrap } from '@nestjs/common';
import { Cron, SchedulerRegistry } from '@nestjs/schedule';
import { CronTime } from 'cron';
import { RunMaintenanceCheck } from '@fleet/application/maintenance/run-maintenance-check';
import { Clock } from '@fleet/domain/shared/clock';
import { OnceATick } from './once-a-tick';
import { LONGEST_DELAY_MS, PlannedTicks } from './planned-ticks';

const NAME = 'maintenance-check';

/** When the operator wants vehicles checked. */
export abstract class MaintenanceCheckSchedule {
  abstract readonly cron: string;
  /** IANA name of the zone that the cron expression is in. */
  abstract readonly timeZone: string;
}

@Injectable()
export class MaintenanceCheckJob implements OnApplicationBootstrap {
  private readonly ticks: PlannedTicks;

  constructor(
    private readonly schedule: MaintenanceCheckSchedule,
    private readonly scheduler: SchedulerRegistry,
    onceATick: OnceATick,
    private readonly check: RunMaintenanceCheck,
    clock: Clock,
  ) {
    const { cron, timeZone } = schedule;
    this.ticks = new PlannedTicks({ name: NAME, cron, timeZone }, onceATick, clock);
  }

  onApplicationBootstrap(): void {
    const job = this.scheduler.getCronJob(NAME);
    job.setTime(new CronTime(this.schedule.cron, this.schedule.timeZone));
    job.start();
  }

  // Disabled until the operator's schedule, which a decorator cannot know, takes the place of this one.
  @Cron('0 0 0 * * *', { name: NAME, disabled: true, threshold: LONGEST_DELAY_MS })
  tick(): Promise<void> {
    return this.ticks.run((stop) => this.check.execute(stop));
  }
}
