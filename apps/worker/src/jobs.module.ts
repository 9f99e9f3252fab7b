import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { SweepFiles } from '@fleet/application/shared/uploads/sweep-files';
import { SweepSessions } from '@fleet/application/identity/sweep-sessions';
import { RunMaintenanceCheck } from '@fleet/application/maintenance/run-maintenance-check';
import { SweepIdempotencyKeys } from '@fleet/application/shared/idempotency/sweep-idempotency-keys';
import { JobMeter } from '@fleet/application/shared/job-meter';
import { RotateEncryptionKeys } from '@fleet/application/shared/rotate-encryption-keys';
import { AuditPersistenceModule } from '@fleet/infrastructure/audit/audit.persistence.module';
import { IdentityPersistenceModule } from '@fleet/infrastructure/identity/identity.persistence.module';
import { MaintenanceAlertsModule } from '@fleet/infrastructure/maintenance/maintenance-alerts.module';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { JobFigures } from '@fleet/infrastructure/shared/metrics/job-figures';
import { VehiclesPersistenceModule } from '@fleet/infrastructure/vehicles/vehicles.persistence.module';
import { EventSealingJob } from './event-sealing.job';
import { FileSweepJob } from './file-sweep.job';
import { IdempotencySweepJob } from './idempotency-sweep.job';
import { KeyRotationJob } from './key-rotation.job';
import { MaintenanceCheckJob, MaintenanceCheckSchedule } from './maintenance-check.job';
import { OnceATick } from './once-a-tick';
import { ScheduleMakingModule } from './schedule-making.module';
import { ScheduleJob } from './schedule.job';
import { SessionSweepJob } from './session-sweep.job';

/** Every job, for the worker or for an API that runs them itself. */
@Module({
  imports: [
    ScheduleModule.forRoot(),
    AuditPersistenceModule,
    IdentityPersistenceModule,
    MaintenanceAlertsModule,
    ScheduleMakingModule,
    VehiclesPersistenceModule,
  ],
  providers: [
    {
      provide: MaintenanceCheckSchedule,
      inject: [Configuration],
      useFactory: ({ environment, timeZone }: Configuration): MaintenanceCheckSchedule => ({
        cron: environment.MAINTENANCE_CHECK_CRON,
        timeZone,
      }),
    },
    { provide: JobMeter, useClass: JobFigures },
    OnceATick,
    RunMaintenanceCheck,
    MaintenanceCheckJob,
    SweepIdempotencyKeys,
    IdempotencySweepJob,
    RotateEncryptionKeys,
    KeyRotationJob,
    EventSealingJob,
    SweepSessions,
    SessionSweepJob,
    SweepFiles,
    FileSweepJob,
    ScheduleJob,
  ],
})
export class JobsModule {}
