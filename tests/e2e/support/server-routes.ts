import type { FastifyInstance } from 'fastify';
import { createApi } from '@fleet/api/create-api';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { TEST_ADMIN } from './test-database';

/** The routes that the API's modules add, as the document writes them. */
export async function routesOfTheServer(): Promise<string[]> {
  const environment = { DATABASE_URL: 'file::memory:', WORKER: 'external', LOG_LEVEL: 'error', ...TEST_ADMIN };
  const app = await createApi(loadConfiguration(environment));
  const routes = new Set<string>();
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD') routes.add(`${one} ${url.replace(/:(\w+)/g, '{$1}')}`);
  });
  await app.init();
  await app.close();
  return [...routes];
}
