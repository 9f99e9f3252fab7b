import { Writable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '@fleet/api/create-api';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { signIn } from './callers';
import { Client } from './client';
import { holdEventsToCatalogue } from './described-events';
import { createTestDatabase, TEST_ADMIN, TEST_FILES, TEST_KEYS } from './test-database';

/** The whole API in this process, on a port and a database of its own. */
export interface TestApi {
  readonly app: NestFastifyApplication;
  /** An administrator, who has signed in. */
  readonly client: Client;
  /** For other processes that work on the same database. */
  readonly databaseUrl: string;
  /** Every log line so far. */
  readonly logs: Record<string, unknown>[];
  stop(): Promise<void>;
}

/** @param database one that is there already, for an API that takes it over */
export async function startTestApi(
  environment: Record<string, string> = {},
  database = createTestDatabase(),
): Promise<TestApi> {
  const configuration = loadConfiguration({
    DATABASE_URL: database.url,
    DATABASE_MIGRATE: 'true',
    WORKER: 'external',
    LOG_LEVEL: 'info',
    RATE_LIMIT: 'off',
    LOGIN_RATE_LIMIT: 'off',
    ...TEST_KEYS,
    ...TEST_ADMIN,
    ...TEST_FILES,
    ...environment,
  });
  const logs: Record<string, unknown>[] = [];
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const line of chunk.toString().split('\n')) if (line) logs.push(JSON.parse(line) as Record<string, unknown>);
      done();
    },
  });
  const app = await createApi(configuration, output);
  const mustBeDescribed = holdEventsToCatalogue(app);
  await app.listen(0, '127.0.0.1');
  const stop = async () => {
    await app.close();
    await database.drop();
    mustBeDescribed();
  };
  const client = await signIn(new Client(await app.getUrl()));
  return { app, client, databaseUrl: database.url, logs, stop };
}
