import { DynamicModule, Global, Module } from '@nestjs/common';
import { ActionContext } from '@fleet/application/shared/action-context';
import { Settings } from '@fleet/application/shared/settings';
import { Tracing } from '@fleet/application/shared/tracing';
import { Clock } from '@fleet/domain/shared/clock';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { AlsActionContext } from '@fleet/infrastructure/shared/context/als-action-context';
import { DatabaseModule } from '@fleet/infrastructure/shared/database/database.module';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { SecretsModule } from '@fleet/infrastructure/shared/secrets/secrets.module';
import { Untraced } from '@fleet/infrastructure/shared/tracing/untraced';
import { SeededIdGenerator } from './seeded-id-generator';
import { SimulatedClock } from './simulated-clock';

/** The product's SharedModule with a time and identities that the generator decides on. */
@Global()
@Module({})
export class SimulationModule {
  static forRoot(configuration: Configuration): DynamicModule {
    const clock = new SimulatedClock();
    const ids = new SeededIdGenerator(clock);
    return {
      module: SimulationModule,
      imports: [SecretsModule, DatabaseModule],
      providers: [
        { provide: Configuration, useValue: configuration },
        { provide: Settings, useExisting: Configuration },
        { provide: ActionContext, useClass: AlsActionContext },
        Metrics,
        { provide: Tracing, useClass: Untraced },
        { provide: Clock, useValue: clock },
        { provide: SimulatedClock, useValue: clock },
        { provide: IdGenerator, useValue: ids },
        { provide: SeededIdGenerator, useValue: ids },
      ],
      exports: [
        Configuration,
        Settings,
        ActionContext,
        Metrics,
        Tracing,
        Clock,
        SimulatedClock,
        IdGenerator,
        SeededIdGenerator,
      ],
    };
  }
}
