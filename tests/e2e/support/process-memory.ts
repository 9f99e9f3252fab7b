import { readFileSync } from 'node:fs';
import { ServerProcess } from './server-process';

/** Mebibytes that the server holds in memory. */
export function memoryOf({ process }: ServerProcess): number {
  const status = readFileSync(`/proc/${process.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1_024);
}
