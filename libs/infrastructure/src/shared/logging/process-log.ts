/** The process's own pino logger, for lines whose fields matter. (Pino's `Logger` is a type and cannot be a token.) */
export abstract class ProcessLog {
  abstract info(fields: Readonly<Record<string, unknown>>, message: string): void;

  /** Calls back when the lines so far have left the process, or will never. */
  abstract flush(done: () => void): void;
}
