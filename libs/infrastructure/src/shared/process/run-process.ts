/** Requests and jobs have this long to finish before the process goes anyway. */
const LONGEST_STOP_MS = 30_000;

export interface Stoppable {
  /** Stops it in order. @throws Error when something was not finished */
  close(): Promise<void>;
}

/**
 * Starts a process and stops it in order on SIGTERM, SIGINT and, when its terminal is closed, SIGHUP: exit code 0 when
 * everything was finished, 1 when it could not start or did not stop in time.
 */
export function runProcess(start: () => Promise<Stoppable>): void {
  start().then(stopOnSignal, (error: unknown) => {
    process.stderr.write(`FleetManager cannot start. ${reasonOf(error)}\n`);
    // What was opened before the fault, a pool or a timer, would keep the process alive.
    process.exit(1);
  });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is in use by another program: set PORT to a free one.`;
  return error.message;
}

function stopOnSignal(app: Stoppable): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    // Somebody's request does not end: whoever stops the process learns it from the code.
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    // Everything is closed by then; a library's timer that is left must not hold up a restart.
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  // Whoever asks again asks for the same. At a terminal, Ctrl-C a second time is for who cannot wait.
  process.on('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Whoever has workers replaces them. A terminal and its shell may both send it.
  if (process.listenerCount('SIGHUP') === 0) process.on('SIGHUP', stop);
}
