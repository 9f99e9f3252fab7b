import { DynamicModule, Global, Module, OnApplicationShutdown } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { Logger } from 'pino';
import { ActionContext } from '@fleet/application/shared/action-context';
import { Readiness } from '@fleet/application/shared/readiness';
import { Settings } from '@fleet/application/shared/settings';
import { Tracing } from '@fleet/application/shared/tracing';
import { Clock } from '@fleet/domain/shared/clock';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { CacheModule } from './cache/cache.module';
import { Configuration } from './config/configuration';
import { DatabaseModule } from './database/database.module';
import { FilesModule } from './files/files.module';
import { SystemReadiness } from './health/system-readiness';
import { RateLimitsModule } from './rate-limits/rate-limits.module';
import { RedisModule } from './redis/redis.module';
import { IdempotencyKeysModule } from './idempotency/idempotency-keys.module';
import { SecretsModule } from './secrets/secrets.module';
import { ProcessLog } from './logging/process-log';
import { Metrics } from './metrics/metrics';
import { Outbound } from './resilience/outbound';
import { Siblings } from './siblings/siblings';
import { SystemClock } from './time/system-clock';
import { TracingModule } from './tracing/tracing.module';
import { Untraced } from './tracing/untraced';
import { UuidIdGenerator } from './time/uuid-id-generator';

export interface Shared {
  readonly configuration: Configuration;
  readonly context: ActionContext;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly outbound: Outbound;
  /** The other processes behind the same port, if there are any. */
  readonly siblings?: Siblings;
  /** Nothing is followed without it. */
  readonly tracing?: Tracing;
}

/** What every feature stands on: settings, logs, time, identities, the database and the cache. */
@Global()
@Module({})
export class SharedModule implements OnApplicationShutdown {
  constructor(private readonly log: ProcessLog) {}

  static forRoot({ configuration, context, logger, metrics, outbound, siblings, tracing }: Shared): DynamicModule {
    return {
      module: SharedModule,
      imports: [
        // Without routes: the HTTP door writes one line a request itself, at a quarter of the middleware's cost.
        LoggerModule.forRoot({ pinoHttp: { logger }, forRoutes: [] }),
        SecretsModule,
        DatabaseModule,
        RedisModule,
        CacheModule,
        RateLimitsModule,
        IdempotencyKeysModule,
        FilesModule,
        TracingModule,
      ],
      providers: [
        { provide: Configuration, useValue: configuration },
        { provide: Settings, useExisting: Configuration },
        { provide: ActionContext, useValue: context },
        { provide: ProcessLog, useValue: logger },
        { provide: Metrics, useValue: metrics },
        { provide: Outbound, useValue: outbound },
        { provide: Siblings, useValue: siblings ?? new Siblings(null) },
        { provide: Tracing, useValue: tracing ?? new Untraced() },
        { provide: Clock, useClass: SystemClock },
        { provide: IdGenerator, useClass: UuidIdGenerator },
        { provide: Readiness, useClass: SystemReadiness },
      ],
      exports: [
        Configuration,
        Settings,
        ActionContext,
        ProcessLog,
        Metrics,
        Outbound,
        Siblings,
        Tracing,
        Clock,
        IdGenerator,
        Readiness,
      ],
    };
  }

  /** Seq gets the last lines too. */
  async onApplicationShutdown(): Promise<void> {
    await new Promise<void>((resolve) => this.log.flush(resolve));
  }
}
