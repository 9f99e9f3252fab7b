import pino, { DestinationStream, Logger } from 'pino';
import pretty from 'pino-pretty';
import { ActionContext } from '@fleet/application/shared/action-context';
import { Tracing } from '@fleet/application/shared/tracing';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { Outbound } from '@fleet/infrastructure/shared/resilience/outbound';
import { Untraced } from '@fleet/infrastructure/shared/tracing/untraced';
import { safeError } from './safe-error';
import { SeqDestination } from './seq-destination';
import { TwoDestinations } from './two-destinations';

/** Lines leave together, because each write hands over to another thread, which costs more than the line itself. */
const CHUNK_BYTES = 16_000;
/** What a pipe takes in one piece: of several processes that share it none writes into another one's line. */
const PIPE_BYTES = 4_096;
/** No line waits for company longer than this. */
const LONGEST_WAIT_MS = 100;

/**
 * The process's logger. Every line of a request or a job carries its id. Lines leave asynchronously: waiting for
 * the terminal at each of them costs half of the requests a second.
 *
 * @param output where lines go instead of standard output
 * @param tracing gives each line the trace that it belongs to
 */
export function createLogger(
  configuration: Configuration,
  context: ActionContext,
  outbound: Outbound,
  output?: DestinationStream,
  tracing: Tracing = new Untraced(),
): Logger {
  const { LOG_LEVEL, SEQ_URL, SEQ_API_KEY, WORKERS } = configuration.environment;
  const options: pino.LoggerOptions = {
    level: LOG_LEVEL,
    base: WORKERS > 1 ? { pid: process.pid } : undefined,
    mixin: () => ({ requestId: context.current.correlationId, traceId: tracing.traceId }),
    serializers: { err: safeError },
  };
  const local = output ?? standardOutput(configuration);
  if (!SEQ_URL) return pino(options, local);
  return pino(options, new TwoDestinations(local, new SeqDestination(SEQ_URL, SEQ_API_KEY, outbound.policy('seq'))));
}

function standardOutput({ environment }: Configuration): DestinationStream {
  const format = environment.LOG_FORMAT ?? (process.stdout.isTTY ? 'pretty' : 'json');
  return format === 'pretty'
    ? pretty({
        translateTime: 'SYS:HH:MM:ss.l',
        ignore: 'requestId,context',
        messageFormat: '{if context}[{context}] {end}{msg}',
      })
    : pino.destination({ dest: 1, sync: false, periodicFlush: LONGEST_WAIT_MS, ...chunks(environment.WORKERS) });
}

function chunks(workers: number): { minLength: number; maxWrite?: number } {
  return workers > 1 ? { minLength: PIPE_BYTES / 2, maxWrite: PIPE_BYTES } : { minLength: CHUNK_BYTES };
}
