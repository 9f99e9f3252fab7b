import { AggregatorRegistry } from 'prom-client';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { OutboundMeter } from './outbound-meter';

it('of several workers, the breaker that is furthest from closed is shown', async () => {
  const workers = [2, 1, 2].map((state) => {
    const metrics = new Metrics();
    new OutboundMeter(metrics).state.set({ target: 'redis' }, state);
    return metrics.registry.getMetricsAsJSON();
  });
  const all = AggregatorRegistry.aggregate(await Promise.all(workers));
  expect(await all.getSingleMetricAsString('outbound_breaker_state')).toContain('{target="redis"} 2');
});
