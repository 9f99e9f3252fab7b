import { Logger, PinoLogger } from 'nestjs-pino';
import type { Logger as ProcessLogger } from 'pino';

/** What Nest writes, in the process's log from the first line on: while it waits for a database, for one. */
export function nestLogger(logger: ProcessLogger): Logger {
  const parameters = { pinoHttp: { logger } };
  return new Logger(new PinoLogger(parameters), parameters);
}
