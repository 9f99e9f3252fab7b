import { Collected } from './metrics';

type Labels = Readonly<Record<string, string>>;

/** The durations that have the same labels. */
export class TimingSeries {
  /** How many were within each bound, and not within the one before. */
  readonly counts: number[];
  count = 0;
  sum = 0;

  constructor(
    readonly labels: Labels,
    private readonly bounds: readonly number[],
  ) {
    this.counts = bounds.map(() => 0);
  }

  observe(seconds: number): void {
    this.count++;
    this.sum += seconds;
    for (let index = 0; index < this.bounds.length; index++) {
      if (seconds > this.bounds[index]!) continue;
      this.counts[index]!++;
      return;
    }
  }
}

/**
 * A histogram whose series are kept by whoever measures: the library's own looks its labels up at each value, which takes
 * twenty times as long, and a request has several.
 */
export class Timings implements Collected {
  readonly all: TimingSeries[] = [];

  /** @param bounds seconds, ascending */
  constructor(
    readonly name: string,
    private readonly help: string,
    private readonly bounds: readonly number[],
  ) {}

  series(labels: Labels): TimingSeries {
    const series = new TimingSeries(labels, this.bounds);
    this.all.push(series);
    return series;
  }

  async get(): Promise<object> {
    const { name, help } = this;
    return {
      name,
      help,
      type: 'histogram',
      aggregator: 'sum',
      values: this.all.flatMap((series) => this.values(series)),
    };
  }

  private values({ labels, counts, count, sum }: TimingSeries): object[] {
    let within = 0;
    const bucket = (le: number | string, value: number) => ({
      metricName: `${this.name}_bucket`,
      labels: { le, ...labels },
      value,
    });
    return [
      ...this.bounds.map((bound, index) => bucket(bound, (within += counts[index]!))),
      bucket('+Inf', count),
      { metricName: `${this.name}_sum`, labels, value: sum },
      { metricName: `${this.name}_count`, labels, value: count },
    ];
  }
}
