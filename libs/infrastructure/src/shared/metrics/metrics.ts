import { Metric, Registry } from 'prom-client';
import { Siblings } from '@fleet/infrastructure/shared/siblings/siblings';
import { Figures } from '@fleet/infrastructure/shared/siblings/summed-figures';
import { MetricsPage, PageOfAll } from './page-of-all';

/** What a registry asks of a metric of ours. */
export interface Collected {
  readonly name: string;
  get(): Promise<object>;
}

/** What one process counts and times. Each group of figures is registered by whoever knows them. */
export class Metrics {
  readonly registry = new Registry();
  /** Of this process, or of all that share its port. */
  readonly page: MetricsPage;

  constructor(siblings?: Siblings) {
    siblings?.primary?.on('metrics/own', () => this.figures());
    this.page = siblings?.primary ? new PageOfAll(siblings.primary, this.registry.contentType) : this.registry;
  }

  /** What this process has counted so far, for whoever sums it up. */
  async figures(): Promise<Figures> {
    const metrics = (await this.registry.getMetricsAsJSON()) as unknown as Figures;
    // What is no number yet does not survive the way, and has nothing to add.
    return metrics.map((metric) => ({ ...metric, values: metric.values.filter(({ value }) => isFinite(value)) }));
  }

  /** For a metric that the library has no class of; the registry itself needs no more of it than {@link Collected}. */
  add(metric: Collected): void {
    this.registry.registerMetric(metric as unknown as Metric);
  }
}
