import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServerProcess, startServer } from '@fleet/bench/process/server-process';

const ROWS_A_CHUNK = 1_000;
const MODELS = ['Fiat Strada Volcano', 'VW Gol', 'Renault Kangoo', 'Mercedes-Benz Sprinter 416', 'Citroën Jumpy'];

/** A file of vehicles without a fault, made while it is sent. Its plates come in no order, as in real files. */
function* vehicleFile(rows: number): Generator<string> {
  yield 'plate,model,year,mileage,lastMaintenanceDate\r\n';
  for (let first = 0; first < rows; first += ROWS_A_CHUNK) {
    const size = Math.min(ROWS_A_CHUNK, rows - first);
    yield Array.from({ length: size }, (_, index) => row(first + index)).join('');
  }
}

function row(index: number): string {
  // Multiplying by an odd number modulo a power of two visits every number once, far from its neighbours.
  const plate = ((index * 7_368_787) % 2 ** 24).toString(36).toUpperCase().padStart(5, '0');
  const model = `${MODELS[index % MODELS.length]} ${index % 100}`;
  return `B-${plate},${model},${2000 + (index % 26)},${(index * 37) % 400_000},2025-${10 + (index % 3)}-01\r\n`;
}

/** Sends the file and gives the answer's text. */
async function send(url: string, rows: number): Promise<string> {
  const answer = new Promise<string>((resolve, reject) => {
    const call = request(url, { method: 'POST', headers: { 'Content-Type': 'text/csv' } }, (response) => {
      text(response).then(resolve, reject);
    });
    call.on('error', reject);
    Readable.from(vehicleFile(rows)).pipe(call);
  });
  return answer;
}

/** How long somebody else waits for an answer meanwhile, in milliseconds. */
async function waitsUntil(done: Promise<unknown>, url: string): Promise<number[]> {
  const waits: number[] = [];
  let going = true;
  void done.finally(() => (going = false)).catch(() => undefined);
  while (going) {
    const began = performance.now();
    await (await fetch(url)).text();
    waits.push(performance.now() - began);
    await sleep(50);
  }
  return waits.sort((a, b) => a - b);
}

async function measure(server: ServerProcess, query: string, rows: number): Promise<void> {
  const began = performance.now();
  const answer = send(`${server.url}/api/vehicles/import${query}`, rows);
  const waits = await waitsUntil(answer, `${server.url}/api/vehicles?limit=1`);
  const report = await answer;
  const seconds = (performance.now() - began) / 1000;
  const at = (share: number) => waits[Math.floor((waits.length - 1) * share)]!.toFixed(0);
  console.log(`${query || 'import'}: ${report.slice(0, 200)}`);
  console.log(`  ${rows} rows in ${seconds.toFixed(1)} s: ${Math.round(rows / seconds)} rows/s`);
  console.log(`  peak resident memory of the server: ${peakMemory(server.pid)} MiB`);
  console.log(`  a list meanwhile: median ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`);
}

function peakMemory(pid: number): number {
  return Math.round(Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
}

/**
 * Imports a file of a million vehicles, or of as many as the first argument says: as a dry run, in earnest, and again
 * under both rules for what is known already. Each time a server of its own, so that its memory is its own.
 */
async function main(): Promise<void> {
  const rows = Number(process.argv[2] ?? 1_000_000);
  const directory = mkdtempSync(join(tmpdir(), 'fleet-import-'));
  const environment = { DATABASE_URL: `file:${join(directory, 'fleet.db')}`, LOG_LEVEL: 'warn', WORKER: 'external' };
  const output = join(directory, 'server.log');
  try {
    for (const query of ['?dryRun=true&onConflict=update', '', '?onConflict=skip', '?onConflict=update']) {
      const server = await startServer({ program: 'apps/api/src/main.js', environment, prefix: [], output });
      await measure(server, query, rows).finally(() => server.stop());
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

void main();
