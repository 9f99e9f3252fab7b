import { DynamicModule, Module } from '@nestjs/common';
import { MetricsModule } from '@fleet/infrastructure/shared/metrics/metrics.module';
import { Shared, SharedModule } from '@fleet/infrastructure/shared/shared.module';
import { JobsModule } from './jobs.module';

/** A process that runs jobs and nothing else. */
@Module({})
export class WorkerModule {
  static forRoot(shared: Shared): DynamicModule {
    return { module: WorkerModule, imports: [SharedModule.forRoot(shared), MetricsModule, JobsModule] };
  }
}
