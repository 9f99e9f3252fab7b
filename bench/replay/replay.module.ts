import { DynamicModule, Module } from '@nestjs/common';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { AlsActionContext } from '@fleet/infrastructure/shared/context/als-action-context';
import { createLogger } from '@fleet/infrastructure/shared/logging/create-logger';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { Outbound } from '@fleet/infrastructure/shared/resilience/outbound';
import { SharedModule } from '@fleet/infrastructure/shared/shared.module';

/** The product's event log and what reads it, alone. */
@Module({})
export class ReplayModule {
  static forRoot(configuration: Configuration): DynamicModule {
    const context = new AlsActionContext();
    const metrics = new Metrics();
    const outbound = new Outbound(configuration.environment, metrics);
    const logger = createLogger(configuration, context, outbound);
    return {
      module: ReplayModule,
      imports: [SharedModule.forRoot({ configuration, context, logger, metrics, outbound })],
    };
  }
}
