import { equal } from 'node:assert/strict';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { FleetFiles } from '@fleet/bench/database/fleet-files';
import { ServerProcess, startServer } from '@fleet/bench/process/server-process';
import { peakMemory } from '@fleet/bench/process/usage';
import { signIn } from '@fleet/bench/process/sign-in';
import { productCommand } from '@fleet/bench/servers';
import { vehicleFile } from './vehicle-file';

const ROWS = 1_000_000;
const PAUSE_MS = 50;

/** Tried out first, then done, then done again under both rules for plates that are known. */
const IMPORTS = ['?dryRun=true', '', '?onConflict=skip', '?onConflict=update'];

export interface ImportResult {
  readonly query: string;
  readonly rows: number;
  readonly seconds: number;
  /** MiB that the server held at most; NaN where the system does not tell. */
  readonly peak: number;
  /** How long somebody else waited for a list meanwhile, in milliseconds, shortest first. */
  readonly waits: readonly number[];
}

/** Imports a file of a million vehicles. Each time a server of its own does it, so that its memory is its own. */
export async function measureImport(files: FleetFiles): Promise<ImportResult[]> {
  const results: ImportResult[] = [];
  const command = productCommand(files, files.path('import.db'), []);
  for (const query of IMPORTS) {
    console.log(`Importing ${query} …`);
    const server = await startServer(command);
    try {
      results.push(await measure(server, query));
    } finally {
      await server.stop();
    }
  }
  return results;
}

async function measure(server: ServerProcess, query: string): Promise<ImportResult> {
  const headers = await signIn(server.url);
  const began = performance.now();
  const done = send(`${server.url}/api/vehicles/import${query}`, headers);
  const waits = await waitsUntil(done, `${server.url}/api/vehicles?limit=1`, headers);
  const { total, failed } = await done;
  equal(total, ROWS);
  equal(failed, 0);
  return { query, rows: ROWS, seconds: (performance.now() - began) / 1000, peak: peakMemory(server.pid), waits };
}

function send(url: string, caller: Record<string, string>): Promise<{ total: number; failed: number }> {
  return new Promise((resolve, reject) => {
    const headers = { ...caller, 'Content-Type': 'text/csv' };
    const call = request(url, { method: 'POST', headers }, (response) => {
      json(response).then((answer) => resolve(answer as { total: number; failed: number }), reject);
    });
    call.on('error', reject);
    Readable.from(vehicleFile(ROWS)).pipe(call);
  });
}

async function waitsUntil(done: Promise<unknown>, url: string, headers: Record<string, string>): Promise<number[]> {
  const waits: number[] = [];
  const isDone = done.then(
    () => true,
    () => true,
  );
  do {
    const began = performance.now();
    await (await fetch(url, { headers })).text();
    waits.push(performance.now() - began);
  } while (!(await Promise.race([isDone, sleep(PAUSE_MS, false)])));
  return waits.sort((one, other) => one - other);
}
