import { collectDefaultMetrics } from 'prom-client';
import { Metrics } from './metrics';

/** Their names break the rules of Prometheus, and others tell the same. */
const MISNAMED = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total'];

/** Of several workers the slowest one's: an average hides the one that is kept from answering. */
const SLOWEST = ['', '_p50', '_p90', '_p99'].map((part) => `nodejs_eventloop_lag${part}_seconds`);

/** Memory, processor time, file descriptors, garbage collection and the event loop's lag. */
export function registerProcessFigures({ registry }: Metrics): void {
  collectDefaultMetrics({ register: registry });
  for (const name of MISNAMED) registry.removeSingleMetric(name);
  for (const name of SLOWEST) Object.assign(registry.getSingleMetric(name)!, { aggregator: 'max' });
}
