import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { ServerProcess } from '@fleet/bench/process/server-process';
import { ADMINISTRATOR } from '@fleet/bench/process/sign-in';
import { peakMemory, processorSeconds, withChildren } from '@fleet/bench/process/usage';
import { readSummary, Summary } from './summary';

/** What a run has shown, of k6 and of all processes of the server. */
export interface LoadRun extends Summary {
  /** How many cores the server had on average, and the MiB that its processes held at most. */
  readonly busy: number;
  readonly peakMebibytes: number;
}

/** k6 ends so when a threshold is not met. */
const NOT_MET = 99;

export function hasK6(): boolean {
  return spawnSync('k6', ['version'], { stdio: 'ignore' }).status === 0;
}

/**
 * Asks a bit of everything, so that the run finds a server that has compiled its code.
 * @throws Error when k6 could not run the script
 */
export async function warmUp(script: string, server: ServerProcess): Promise<void> {
  await k6(['--quiet', '--summary-mode', 'disabled', script], server, { RATE: '500', DURATION: '20s' });
}

/** @throws Error when k6 could not run the script */
export async function runK6(
  script: string,
  summaryFile: string,
  server: ServerProcess,
  floor: ServerProcess | undefined,
): Promise<LoadRun> {
  const began = performance.now();
  const processes = withChildren(server.pid);
  const processor = () => sum(processes.map(processorSeconds));
  const processorBefore = processor();
  await k6(['--summary-export', summaryFile, script], server, floor ? { FLOOR_URL: floor.url } : {});
  const seconds = (performance.now() - began) / 1000;
  return {
    ...readSummary(readFileSync(summaryFile, 'utf8')),
    busy: (processor() - processorBefore) / seconds,
    peakMebibytes: sum(processes.map(peakMemory)),
  };
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

async function k6(args: readonly string[], { url }: ServerProcess, environment: Record<string, string>): Promise<void> {
  const known = { BASE_URL: url, EMAIL: ADMINISTRATOR.email, PASSWORD: ADMINISTRATOR.password };
  const child = spawn('k6', ['run', '--no-usage-report', ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...known, ...environment },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0 && code !== NOT_MET) throw new Error(`k6 ended with ${code}.`);
}
