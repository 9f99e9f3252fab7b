import { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { loadConfiguration, readDotEnvFile } from '@fleet/infrastructure/shared/config/load-configuration';
import { AlsActionContext } from '@fleet/infrastructure/shared/context/als-action-context';
import { createLogger } from '@fleet/infrastructure/shared/logging/create-logger';
import { nestLogger } from '@fleet/infrastructure/shared/logging/nest-logger';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { runProcess } from '@fleet/infrastructure/shared/process/run-process';
import { Outbound } from '@fleet/infrastructure/shared/resilience/outbound';
import { openTracing } from '@fleet/infrastructure/shared/tracing/open-tracing';
import { WorkerModule } from './worker.module';

async function main(): Promise<INestApplicationContext> {
  readDotEnvFile();
  const configuration = loadConfiguration(process.env);
  const context = new AlsActionContext();
  const metrics = new Metrics();
  const outbound = new Outbound(configuration.environment, metrics);
  const tracing = await openTracing(configuration, outbound);
  const logger = createLogger(configuration, context, outbound, undefined, tracing);
  const module = WorkerModule.forRoot({ configuration, context, logger, metrics, outbound, tracing });
  const app = await NestFactory.createApplicationContext(module, { logger: nestLogger(logger), abortOnError: false });
  app.get(Logger).log('The FleetManager worker runs its jobs.');
  return app;
}

if (require.main === module) runProcess(main);
