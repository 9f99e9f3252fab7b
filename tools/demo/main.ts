import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '@fleet/api/create-api';
import { loadConfiguration, readDotEnvFile } from '@fleet/infrastructure/shared/config/load-configuration';
import { runProcess } from '@fleet/infrastructure/shared/process/run-process';
import { DemoDatabase } from './demo-database';
import { makeAccounts } from './accounts/make-accounts';
import { generateFleet } from './fleet/generate-fleet';
import { welcome } from './welcome';

/** In the directory that it is started in, which is the project's when npm starts it. */
const FILE = 'data/demo.db';

/** `npm run demo` serves a generated fleet, which it makes the first time; with `--fresh` it makes it anew. */
async function main(): Promise<NestFastifyApplication> {
  const fresh = readArguments(process.argv.slice(2));
  readDotEnvFile();
  // What the product is set up to work with stays untouched: no other database, no cache that others share, other keys.
  const demo = new DemoDatabase(FILE);
  const ownServices = {
    DATABASE_URL: `file:${FILE}`,
    DATABASE_READ_URL: '',
    DATABASE_MIGRATE: 'true',
    FILES_DIR: demo.files,
    REDIS_URL: '',
  };
  const ownKeys = { JWT_KEYS: '', ENCRYPTION_KEYS: '', BLIND_INDEX_KEY: '' };
  // Its passwords are known to everybody.
  const ownAddress = { HOST: '127.0.0.1' };
  const configuration = loadConfiguration({ ...process.env, ...ownServices, ...ownKeys, ...ownAddress });
  if (process.env.DATABASE_URL) console.log(`DATABASE_URL is set, but the demo always uses ${FILE}.`);
  await prepare(demo, fresh);
  const app = await createApi(configuration);
  await app.listen(configuration.environment.PORT, configuration.environment.HOST);
  console.log(welcome(await app.getUrl(), FILE));
  return app;
}

/** @throws Error on an argument that is none, so that a misspelt `--fresh` is noticed */
function readArguments(given: readonly string[]): boolean {
  const unknown = given.filter((argument) => argument !== '--fresh');
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(' ')}. Usage: npm run demo [-- --fresh]`);
  return given.length > 0;
}

async function prepare(database: DemoDatabase, fresh: boolean): Promise<void> {
  if (fresh) database.delete();
  if (database.isFinished) {
    console.log(`The demo fleet of ${FILE} is there already.`);
    return;
  }
  console.log(
    'Making the demo fleet: 300 vehicles, 200 drivers, a year of trips and maintenance, weeks of deliveries …',
  );
  const start = performance.now();
  const now = new Date();
  now.setUTCSeconds(0, 0);
  await database.make(async (databaseUrl, filesFolder) => {
    await generateFleet({ databaseUrl, filesFolder }, now);
    await makeAccounts(databaseUrl, now);
  });
  console.log(`Made in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
}

runProcess(main);
