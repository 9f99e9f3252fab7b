// Before everything else, whose memory it rules.
import '@fleet/infrastructure/shared/process/heap-growth';
import { NestFactory } from '@nestjs/core';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Logger } from 'nestjs-pino';
import type { DestinationStream } from 'pino';
import { Authenticator } from '@fleet/application/identity/authenticator';
import { RateLimiter } from '@fleet/application/shared/rate-limiter';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { AlsActionContext } from '@fleet/infrastructure/shared/context/als-action-context';
import { createLogger } from '@fleet/infrastructure/shared/logging/create-logger';
import { nestLogger } from '@fleet/infrastructure/shared/logging/nest-logger';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { RequestFigures } from '@fleet/infrastructure/shared/metrics/request-figures';
import { Outbound } from '@fleet/infrastructure/shared/resilience/outbound';
import { Siblings } from '@fleet/infrastructure/shared/siblings/siblings';
import { openTracing } from '@fleet/infrastructure/shared/tracing/open-tracing';
import { ApiModule } from './api.module';
import { identifyCallers } from './http/access/identify-callers';
import { refuseCallers } from './http/access/refuse-callers';
import { createHttpServer, HttpSettings } from './http/http-server';
import { serveMetrics } from './http/metrics/serve-metrics';
import { serveDocumentation } from './http/openapi/serve-documentation';
import { readParametersAtOnce } from './http/parameters-at-once';
import { ProblemFilter } from './http/problem.filter';
import { ProblemReplies } from './http/problem-replies';
import { RequestLimits } from './http/rate-limits/request-limits';
import { RequestValidationPipe } from './http/request-validation.pipe';

/**
 * Connections that may wait to be taken while a crowd is served, as far as the system lets them (`net.core.somaxconn`). One
 * more is dropped, and its client tries again after seconds.
 */
const BACKLOG = 4_096;

/**
 * The API, ready to listen.
 *
 * @param logs where log lines go instead of standard output
 * @param siblings the other processes behind the same port, if there are any
 */
export async function createApi(
  configuration: Configuration,
  logs?: DestinationStream,
  siblings?: Siblings,
): Promise<NestFastifyApplication> {
  const { METRICS_TOKEN } = configuration.environment;
  const context = new AlsActionContext();
  const metrics = new Metrics(siblings);
  const outbound = new Outbound(configuration.environment, metrics);
  const tracing = await openTracing(configuration, outbound);
  const logger = createLogger(configuration, context, outbound, logs, tracing);
  const limits = new RequestLimits();
  const server = await createHttpServer(
    httpSettings(configuration),
    context,
    logger,
    limits,
    new RequestFigures(metrics),
    tracing,
  );
  readParametersAtOnce();
  const module = ApiModule.forRoot({ configuration, context, logger, metrics, outbound, siblings, tracing });
  const app = await NestFactory.create<NestFastifyApplication>(module, server, {
    logger: nestLogger(logger),
    abortOnError: false,
  });
  app.setGlobalPrefix('api', { exclude: ['health', 'ready'] });
  app.useGlobalPipes(new RequestValidationPipe());
  app.useGlobalFilters(new ProblemFilter(new ProblemReplies(logger)));
  const http: FastifyInstance = app.getHttpAdapter().getInstance();
  identifyCallers(http, app.get(Authenticator, { strict: false }), context);
  limits.install(http, app.get(RateLimiter));
  refuseCallers(http);
  serveDocumentation(app);
  if (METRICS_TOKEN) serveMetrics(http, METRICS_TOKEN, metrics.page);
  return app;
}

function httpSettings({ environment, corsOrigins }: Configuration): HttpSettings {
  return {
    bodyLimit: environment.BODY_LIMIT_BYTES,
    fileLimit: environment.FILE_LIMIT_BYTES,
    requestTimeout: environment.REQUEST_TIMEOUT_MS,
    maxRequestsInFlight: environment.MAX_REQUESTS_IN_FLIGHT,
    corsOrigins,
    trustProxy: environment.TRUST_PROXY,
  };
}

/** The API, listening where it is configured to. */
export async function serveApi(configuration: Configuration, siblings?: Siblings): Promise<NestFastifyApplication> {
  const app = await createApi(configuration, undefined, siblings);
  const { HOST, PORT } = configuration.environment;
  siblings?.join();
  await app.listen({ port: PORT, host: HOST, backlog: BACKLOG });
  const url = await app.getUrl();
  app.get(Logger).log(`FleetManager listens on ${url}. The API explorer is at ${url}/docs`);
  return app;
}
