import { ServerProcess, spawnProgram, until } from './server-process';

/** A worker of the built product, as an operator runs it; the log tells every run. */
export interface WorkerProcess extends Omit<ServerProcess, 'client'> {
  /** The lines that it has logged. */
  lines(): Record<string, unknown>[];
  /** The ticks whose check it has done. */
  ticksDone(): string[];
}

/** Starts a worker and waits until its clock runs. */
export async function startWorker(databaseUrl: string, environment: Record<string, string>): Promise<WorkerProcess> {
  const worker = withLog(
    spawnProgram('apps/worker/src/main.js', { DATABASE_URL: databaseUrl, LOG_LEVEL: 'debug', ...environment }),
  );
  await until(
    async () => worker.output().includes('runs its jobs'),
    () => `The worker did not start: ${worker.output()}`,
  );
  return worker;
}

/** Reads what a process prints as its log. */
export function withLog<P extends Omit<ServerProcess, 'client'>>(program: P): P & WorkerProcess {
  const lines = () =>
    program
      .output()
      .split('\n')
      .slice(0, -1) // The last line may still be half a line.
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const ticksDone = () =>
    lines()
      .filter(({ msg, job }) => msg === 'Job done' && job === 'maintenance-check')
      .map(({ tick }) => tick as string);
  return { ...program, lines, ticksDone };
}
