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
import { loadConfiguration, readDotEnvFile } from '@fleet/infrastructure/shared/config/load-configuration';
import { AlsActionContext } from '@fleet/infrastructure/shared/context/als-action-context';
import { createLogger } from '@fleet/infrastructure/shared/logging/create-logger';
import { nestLogger } from '@fleet/infrastructure/shared/logging/nest-logger';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { runProcess } from '@fleet/infrastructure/shared/process/run-process';
import { ApiModule } from './api.module';
import { identifyCallers } from './http/access/identify-callers';
import { refuseCallers } from './http/access/refuse-callers';
import { createHttpServer } from './http/http-server';
import { serveDocumentation } from './http/openapi/serve-documentation';
import { readParametersAtOnce } from './http/parameters-at-once';
import { ProblemFilter } from './http/problem.filter';
import { ProblemReplies } from './http/problem-replies';
import { RequestLimits } from './http/rate-limits/request-limits';
import { RequestValidationPipe } from './http/request-validation.pipe';

/** The API, ready to listen. @param logs where log lines go instead of standard output */
export async function createApi(
  configuration: Configuration,
  logs?: DestinationStream,
): Promise<NestFastifyApplication> {
  const { BODY_LIMIT_BYTES, FILE_LIMIT_BYTES, REQUEST_TIMEOUT_MS, TRUST_PROXY } = configuration.environment;
  const context = new AlsActionContext();
  const logger = createLogger(configuration, context, logs);
  const metrics = new Metrics();
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
  );
  readParametersAtOnce();
  const module = ApiModule.forRoot({ configuration, context, logger, metrics });
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
  return app;
}

async function main(): Promise<NestFastifyApplication> {
  readDotEnvFile();
  const configuration = loadConfiguration(process.env);
  const app = await createApi(configuration);
  const { HOST, PORT } = configuration.environment;
  await app.listen(PORT, HOST);
  app
    .get(Logger)
    .log(`FleetManager listens on ${await app.getUrl()}. The API explorer is at ${await app.getUrl()}/docs`);
  return app;
}

if (require.main === module) runProcess(main);
