import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { createHttpServer } from '@fleet/api/http/http-server';
import { RequestLimits } from '@fleet/api/http/rate-limits/request-limits';
import { IdempotencyModule } from '@fleet/api/http/idempotency/idempotency.module';
import { ProblemFilter } from '@fleet/api/http/problem.filter';
import { ProblemReplies } from '@fleet/api/http/problem-replies';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { AlsActionContext } from '@fleet/infrastructure/shared/context/als-action-context';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { RequestFigures } from '@fleet/infrastructure/shared/metrics/request-figures';
import { Outbound } from '@fleet/infrastructure/shared/resilience/outbound';
import { SharedModule } from '@fleet/infrastructure/shared/shared.module';
import { Untraced } from '@fleet/infrastructure/shared/tracing/untraced';
import { VehiclesPersistenceModule } from '@fleet/infrastructure/vehicles/vehicles.persistence.module';
import { aUser } from '@fleet/tests/builders/principals';
import { TEST_KEYS, TestDatabase } from './test-database';

const logger = pino({ level: 'silent' });

/** The product's server and database with a controller that the product does not have; an administrator calls. */
export async function startProbe(
  database: TestDatabase,
  controller: new (...parts: never[]) => object,
): Promise<NestFastifyApplication> {
  const configuration = loadConfiguration({ DATABASE_URL: database.url, DATABASE_MIGRATE: 'true', ...TEST_KEYS });
  const context = new AlsActionContext();
  const metrics = new Metrics();
  const outbound = new Outbound(configuration.environment, metrics);
  const shared = SharedModule.forRoot({ configuration, context, logger, metrics, outbound });
  @Module({ imports: [shared, IdempotencyModule, VehiclesPersistenceModule], controllers: [controller] })
  class ProbeModule {}
  const settings = {
    bodyLimit: 1_000,
    fileLimit: 1_024,
    requestTimeout: 30_000,
    maxRequestsInFlight: 1_000,
    corsOrigins: [],
    trustProxy: undefined,
  };
  const server = await createHttpServer(
    settings,
    context,
    logger,
    new RequestLimits(),
    new RequestFigures(metrics),
    new Untraced(),
  );
  const caller = aUser('Admin');
  server.getInstance<FastifyInstance>().addHook('onRequest', async (request) => {
    request.principal = caller;
  });
  const app = await NestFactory.create<NestFastifyApplication>(ProbeModule, server, {
    logger: false,
    abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter(new ProblemReplies(logger)));
  await app.listen(0, '127.0.0.1').catch(async (error: Error) => {
    await app.close();
    throw error;
  });
  return app;
}
