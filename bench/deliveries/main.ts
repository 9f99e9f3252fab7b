import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteDatabase } from '@fleet/infrastructure/shared/database/sqlite-driver';
import { fleetKeys } from '../database/fleet-keys';
import { FleetFiles } from '../database/fleet-files';
import { ServerProcess, startServer } from '../process/server-process';
import { signIn } from '../process/sign-in';
import { productCommand } from '../servers';
import { Latency, measure } from './measure';
import { measureRebuild } from './rebuild';
import { deliveriesReport } from './report';
import { REQUESTS } from './scenarios';
import { DeliverySeed } from './seed-deliveries';

const ROOT = join(__dirname, '../../..');
const ON_ROAD = 5_000;
const DONE = [1_000, 1_000_000];
const VEHICLES = 1_000;
const STREAMS = 100_000;

/** `npm run bench:deliveries` measures reading deliveries with few and with many that are done, and a rebuild of their rows. */
async function main(): Promise<void> {
  const files = FleetFiles.open(join(ROOT, '.cache/bench-deliveries'));
  const columns: Map<string, Latency>[] = [];
  for (const done of DONE) columns.push(await measureRequests(files, done));
  const rebuilt = await measureRebuild(files, STREAMS);
  const text = deliveriesReport(ON_ROAD, DONE, columns, rebuilt);
  writeFileSync(join(ROOT, 'bench/deliveries.md'), text);
  console.log(text);
  files.remove();
}

async function measureRequests(files: FleetFiles, done: number): Promise<Map<string, Latency>> {
  console.log(`Making ${done} deliveries that are done …`);
  const file = await files.copy(VEHICLES, `deliveries-${done}.db`);
  const database = new SqliteDatabase(file);
  // A file that is being made may be lost. Without a large cache the indexes of a million rows take ten times as long.
  const quickly = ['journal_mode = DELETE', 'journal_mode = MEMORY', 'synchronous = OFF', 'foreign_keys = OFF'];
  for (const pragma of [...quickly, 'cache_size = -1048576', 'temp_store = MEMORY']) database.pragma(pragma);
  DeliverySeed.fill(database, fleetKeys(), done, ON_ROAD);
  database.close();
  const server = await startServer(productCommand(files, file, []));
  try {
    return await measureAll(server);
  } finally {
    await server.stop();
  }
}

async function measureAll({ url }: ServerProcess): Promise<Map<string, Latency>> {
  const headers = await signIn(url);
  const results = new Map<string, Latency>();
  for (const [name, path] of REQUESTS) results.set(name, await measure(`${url}${path}`, headers));
  let count = 0;
  const write = async () => {
    const body = JSON.stringify({ name: 'Bia', licenseNumber: `BENCH-${++count}`, phone: '+55 19 90000-0001' });
    await fetch(`${url}/api/drivers`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    });
  };
  results.set('overview, after a write', await measure(`${url}/api/fleet/overview`, headers, write));
  return results;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
