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
import { createHttpServer } from './http/http-server';
import { serveMetrics } from './http/metrics/serve-metrics';
import { serveDocumentation } from './http/openapi/serve-documentation';
import { readParametersAtOnce } from './http/parameters-at-once';
import { ProblemFilter } from './http/problem.filter';
import { ProblemReplies } from './http/problem-replies';
import { RequestLimits } from './http/rate-limits/request-limits';
import { RequestValidationPipe } from './http/request-validation.pipe';

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
  const { BODY_LIMIT_BYTES, FILE_LIMIT_BYTES, METRICS_TOKEN, REQUEST_TIMEOUT_MS, TRUST_PROXY } =
    configuration.environment;
  const context = new AlsActionContext();
  const metrics = new Metrics(siblings);
  const outbound = new Outbound(configuration.environment, metrics);
  const tracing = await openTracing(configuration, outbound);
  const logger = createLogger(configuration, context, outbound, logs, tracing);
  const limits = new RequestLimits();
  const server = await createHttpServer(
    {
      bodyLimit: BODY_LIMIT_BYTES,
      fileLimit: FILE_LIMIT_BYTES,
      requestTimeout: REQUEST_TIMEOUT_MS,
      corsOrigins: configuration.corsOrigins,
      trustProxy: TRUST_PROXY,
    },
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

/** The API, listening where it is configured to. */
export async function serveApi(configuration: Configuration, siblings?: Siblings): Promise<NestFastifyApplication> {
  const app = await createApi(configuration, undefined, siblings);
  const { HOST, PORT } = configuration.environment;
  siblings?.join();
  await app.listen(PORT, HOST);
  const url = await app.getUrl();
  app.get(Logger).log(`FleetManager listens on ${url}. The API explorer is at ${url}/docs`);
  return app;
}
