import { Metric, Registry } from 'prom-client';

/** What a registry asks of a metric of ours. */
export interface Collected {
  readonly name: string;
  get(): Promise<object>;
}

/** What one process counts and times. Each group of figures is registered by whoever knows them. */
export class Metrics {
  readonly registry = new Registry();

  /** For a metric that the library has no class of; the registry itself needs no more of it than {@link Collected}. */
  add(metric: Collected): void {
    this.registry.registerMetric(metric as unknown as Metric);
  }
}
