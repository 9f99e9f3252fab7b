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

export interface Summary {
  readonly requestsPerSecond: number;
  readonly requests: number;
  readonly thresholds: readonly Threshold[];
  readonly met: boolean;
}

/** @param text what k6 has written to the file of `--summary-export` */
export function readSummary(text: string): Summary {
  const { metrics } = JSON.parse(text) as { metrics: Readonly<Record<string, Metric>> };
  const thresholds = Object.entries(metrics).flatMap(([name, metric]) =>
    Object.entries((metric.thresholds ?? {}) as Record<string, boolean>).map(([limit, broken]) => ({
      limit,
      metric: name,
      got: figureOf(metric, limit),
      met: !broken,
    })),
  );
  return {
    requestsPerSecond: Number(metrics.http_reqs?.rate),
    requests: Number(metrics.http_reqs?.count),
    thresholds,
    met: thresholds.every(({ met }) => met),
  };
}

/** The figure that a limit is about: `p(95)` of `p(95)<25`. The rate of a share stands under the name of `value`. */
function figureOf(metric: Metric, limit: string): number {
  const [figure = ''] = limit.split(/[<>=]/, 1);
  return Number(metric[figure.trim()] ?? metric.value ?? 0);
}
