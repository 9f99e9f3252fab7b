import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { SweepSessions } from '@fleet/application/identity/sweep-sessions';
import { RunMaintenanceCheck } from '@fleet/application/maintenance/run-maintenance-check';
import { IdentityPersistenceModule } from '@fleet/infrastructure/identity/identity.persistence.module';
import { MaintenanceAlertsModule } from '@fleet/infrastructure/maintenance/maintenance-alerts.module';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { VehiclesPersistenceModule } from '@fleet/infrastructure/vehicles/vehicles.persistence.module';
import { MaintenanceCheckJob, MaintenanceCheckSchedule } from './maintenance-check.job';
import { OnceATick } from './once-a-tick';
import { SessionSweepJob } from './session-sweep.job';

/** Every job, for the worker or for an API that runs them itself. */
@Module({
  imports: [ScheduleModule.forRoot(), MaintenanceAlertsModule, VehiclesPersistenceModule, IdentityPersistenceModule],
  providers: [
    {
      provide: MaintenanceCheckSchedule,
      inject: [Configuration],
      useFactory: ({ environment, timeZone }: Configuration): MaintenanceCheckSchedule => ({
        cron: environment.MAINTENANCE_CHECK_CRON,
        timeZone,
      }),
    },
    OnceATick,
    RunMaintenanceCheck,
    MaintenanceCheckJob,
    SweepSessions,
    SessionSweepJob,
  ],
})
export class JobsModule {}
