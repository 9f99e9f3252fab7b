import { Registry } from 'prom-client';

/** What one process counts and times. Each group of figures is registered by whoever knows them. */
export class Metrics {
  readonly registry = new Registry();
}
