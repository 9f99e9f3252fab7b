import type { INestApplicationContext } from '@nestjs/common';

/** Requests and jobs have this long to finish before the process goes anyway. */
const LONGEST_STOP_MS = 30_000;

/**
 * Starts a process and stops it in order on SIGTERM and SIGINT: exit code 0 when everything was finished,
 * 1 when it could not start or did not stop in time.
 */
export function runProcess(start: () => Promise<INestApplicationContext>): void {
  start().then(stopOnSignal, (error: unknown) => {
    process.stderr.write(`FleetManager cannot start. ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
}

function stopOnSignal(app: INestApplicationContext): void {
  const stop = () => {
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
