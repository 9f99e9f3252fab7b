import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { FleetFiles } from '@fleet/bench/database/fleet-files';
import { ServerProcess, startServer } from '@fleet/bench/process/server-process';
import { signIn } from '@fleet/bench/process/sign-in';
import { withChildren } from '@fleet/bench/process/usage';
import { productCommand } from '@fleet/bench/servers';

const VEHICLES = 1_000;
const LONGEST_START_MS = 60_000;

/** The built product with so many processes behind its port. */
export interface WorkersServer extends ServerProcess {
  /** Of all its processes. */
  readonly pids: readonly number[];
  readonly headers: Readonly<Record<string, string>>;
}

/** All workers listen when it resolves. @throws Error when they do not within a minute */
export async function startWorkersServer(files: FleetFiles, workers: number): Promise<WorkersServer> {
  const command = productCommand(files, await files.copy(VEHICLES, `workers-${workers}.db`), []);
  const environment = { ...command.environment, WORKERS: String(workers), LOG_LEVEL: 'info' };
  const output = files.path(`workers-${workers}.log`);
  const server = await startServer({ ...command, environment, output });
  try {
    await untilAllListen(output, workers);
    return { ...server, pids: withChildren(server.pid), headers: await signIn(server.url) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function untilAllListen(log: string, workers: number): Promise<void> {
  const giveUpAt = performance.now() + LONGEST_START_MS;
  while (readFileSync(log, 'utf8').split('FleetManager listens').length <= workers) {
    if (performance.now() > giveUpAt) throw new Error(`There are not ${workers} workers; see ${log}.`);
    await pause(50);
  }
}
