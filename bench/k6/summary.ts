/** One of k6's metrics, with its thresholds; `true` is one that was broken. */
interface Metric {
  readonly [figure: string]: number | Readonly<Record<string, boolean>> | undefined;
}

export interface Threshold {
  /** As the script has it: `p(95)<25`. */
  readonly limit: string;
  readonly metric: string;
  readonly got: number;
  readonly met: boolean;
}

/**
 * `wrong`: an answer was, or a request failed. `late`: all were right, and not all in time. `not judged`: late, and so was the
 * bare server beside the product, so that the machine may be why.
 */
export type Verdict = 'met' | 'wrong' | 'late' | 'not judged';

export interface Summary {
  readonly requestsPerSecond: number;
  readonly requests: number;
  /** What is asked of the product. */
  readonly thresholds: readonly Threshold[];
  /** What is asked of the machine, by way of a bare server, when there is one. */
  readonly quiet: Threshold | undefined;
  readonly verdict: Verdict;
}

const FLOOR = 'http_req_duration{kind:floor}';
/** These hold on the slowest machine; the others are times, and what could not be sent in time. */
const RIGHT = ['checks', 'http_req_failed'];

/** @param text what k6 has written to the file of `--summary-export` */
export function readSummary(text: string): Summary {
  const { metrics } = JSON.parse(text) as { metrics: Readonly<Record<string, Metric>> };
  const all = Object.entries(metrics).flatMap(([name, metric]) =>
    Object.entries((metric.thresholds ?? {}) as Record<string, boolean>).map(([limit, broken]) => ({
      limit,
      metric: name,
      got: figureOf(metric, limit),
      met: !broken,
    })),
  );
  const thresholds = all.filter(({ metric }) => metric !== FLOOR);
  const quiet = all.find(({ metric }) => metric === FLOOR);
  const { count = 0, rate = 0 } = metrics.http_reqs ?? {};
  const requests = Number(count) - Number(metrics[FLOOR]?.count ?? 0);
  return {
    requestsPerSecond: (Number(rate) * requests) / Number(count),
    requests,
    thresholds,
    quiet,
    verdict: verdictOn(thresholds, quiet),
  };
}

function verdictOn(thresholds: readonly Threshold[], quiet: Threshold | undefined): Verdict {
  const missed = thresholds.filter(({ met }) => !met);
  if (missed.length === 0) return 'met';
  if (missed.some(({ metric }) => RIGHT.includes(metric))) return 'wrong';
  return quiet?.met === false ? 'not judged' : 'late';
}

/** The figure that a limit is about: `p(95)` of `p(95)<25`. The rate of a share stands under the name of `value`. */
function figureOf(metric: Metric, limit: string): number {
  const [figure = ''] = limit.split(/[<>=]/, 1);
  return Number(metric[figure.trim()] ?? metric.value ?? 0);
}
