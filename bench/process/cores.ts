import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Where the load comes from and where the servers run, when there are two cores and a way to choose between them. */
export interface Cores {
  /** What is typed before the command of a server; empty when it may run anywhere. */
  readonly serverPrefix: readonly string[];
  readonly description: string;
}

export function separateCores(): Cores {
  const pinned =
    availableParallelism() > 1 &&
    spawnSync('taskset', ['-a', '-c', '-p', '0', String(process.pid)], { stdio: 'ignore' }).status === 0;
  if (!pinned) return { serverPrefix: [], description: 'load and servers share the cores as the system likes' };
  return {
    serverPrefix: ['taskset', '-c', '1'],
    description: 'load on core 0, the measured server on core 1 (taskset)',
  };
}
