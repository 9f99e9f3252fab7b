import autocannon, { Options, Result } from 'autocannon';
import { processorSeconds } from '@fleet/bench/process/usage';
import { Load } from './load';

const CONNECTIONS = 10;

/** What one round has shown. */
export interface Sample {
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** The share of the time in which the server had the processor; NaN when that is not known. */
  readonly busy: number;
}

export interface Target {
  readonly url: string;
  readonly pid: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends a load for some seconds. @throws Error when any answer is not the one that is being measured */
export async function measure({ url, pid, headers }: Target, load: Load, seconds: number): Promise<Sample> {
  const latencies: number[] = [];
  let first = 0;
  let last = 0;
  let processorBefore = 0;
  const options: Options = { url, headers, connections: CONNECTIONS, duration: seconds, sampleInt: 50, ...load };
  const { non2xx, errors, timeouts } = await fire(options, (milliseconds) => {
    last = performance.now();
    if (latencies.push(milliseconds) > 1) return;
    first = last;
    processorBefore = processorSeconds(pid);
  });
  const processor = processorSeconds(pid) - processorBefore;
  if (non2xx + errors + timeouts > 0 || latencies.length < 2) {
    throw new Error(`${url}: ${non2xx} wrong answers, ${errors} errors, ${timeouts} time-outs`);
  }
  // From the first answer on: opening connections and building requests are not the server's work.
  const elapsed = (last - first) / 1000;
  latencies.sort((one, other) => one - other);
  const percentile = (share: number) => latencies[Math.floor(latencies.length * share)]!;
  return {
    requestsPerSecond: (latencies.length - 1) / elapsed,
    p50: percentile(0.5),
    p99: percentile(0.99),
    busy: processor / elapsed,
  };
}

function fire(options: Options, onAnswer: (milliseconds: number) => void): Promise<Result> {
  return new Promise((resolve, reject) => {
    const run = autocannon(options, (error: Error | null, result) => (error ? reject(error) : resolve(result)));
    run.on('response', (_client, _status, _bytes, milliseconds) => onAnswer(milliseconds));
  });
}
