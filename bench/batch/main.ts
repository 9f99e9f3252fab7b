import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FLEET_KEYS } from '@fleet/bench/database/fleet-keys';
import { startServer } from '@fleet/bench/process/server-process';
import { ADMINISTRATOR } from '@fleet/bench/process/sign-in';
import { batchReport } from '@fleet/bench/report/batch-report';
import { BatchedFleet } from './batched-fleet';
import { measureBatches } from './measure-batches';

const ROOT = join(__dirname, '../../..');
const FOLDER = join(ROOT, '.cache/bench/batch');

/**
 * `npm run bench:batch` measures batches on an embedded database and writes bench/batch.md. With `DATABASE_URL`, an empty
 * database on a server, it prints what it has measured and writes nothing.
 */
async function main(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const given = process.env.DATABASE_URL;
  const server = await startServer({
    program: 'apps/api/src/main.js',
    environment: {
      DATABASE_URL: given ?? `file:${join(FOLDER, 'fleet.db')}`,
      DATABASE_MIGRATE: 'true',
      LOG_LEVEL: 'info',
      LOG_FORMAT: 'json',
      WORKER: 'external',
      ...FLEET_KEYS,
      ADMIN_EMAIL: ADMINISTRATOR.email,
      ADMIN_PASSWORD: ADMINISTRATOR.password,
      RATE_LIMIT: '9999999/1s',
      LOGIN_RATE_LIMIT: 'off',
      REQUEST_TIMEOUT_MS: '300000',
      FILES_DIR: join(FOLDER, 'files'),
    },
    prefix: [],
    output: join(FOLDER, 'product.log'),
  });
  try {
    const text = batchReport(await measureBatches(await BatchedFleet.make(server.url)));
    if (given === undefined) writeFileSync(join(ROOT, 'bench/batch.md'), text);
    console.log(`\n${text}${given === undefined ? '\nWritten to bench/batch.md.' : ''}`);
  } finally {
    await server.stop();
    rmSync(FOLDER, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
