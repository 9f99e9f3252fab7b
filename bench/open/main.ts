import type { FastifyInstance } from 'fastify';
import * as identifying from '@fleet/api/http/access/identify-callers';
import * as refusing from '@fleet/api/http/access/refuse-callers';
import { createApi } from '@fleet/api/create-api';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { runProcess } from '@fleet/infrastructure/shared/process/run-process';

/**
 * The product with its access checks taken out, to measure what they cost. They are taken out of the modules that have
 * them, because the product itself has no switch that somebody could forget.
 */
Object.assign(identifying, { identifyCallers: letEverybodyIn });
Object.assign(refusing, { refuseCallers: () => undefined });

function letEverybodyIn(server: FastifyInstance): void {
  server.decorateRequest('principal', null);
}

runProcess(async () => {
  const configuration = loadConfiguration(process.env);
  const app = await createApi(configuration);
  await app.listen(configuration.environment.PORT, configuration.environment.HOST);
  return app;
});
