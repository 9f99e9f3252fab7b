import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { WorkerFigures } from '@fleet/infrastructure/shared/siblings/worker-figures';
import { METRICS_TOKEN } from './support/metrics';
import { startTestApi } from './support/test-api';

/** The labels that a metric may have; what the library keeps of it. */
interface Registered {
  readonly name: string;
  readonly labelNames?: readonly string[];
}

const ROW = /^\| `(\w+)` +\|([^|]*)\|[^|]*, (\w+) +\|/gm;

it('the documentation has a row for each metric of the product, with its labels and its kind', async () => {
  const text = readFileSync(join(__dirname, '../../docs/observability.md'), 'utf8');
  const documented = [...text.matchAll(ROW)].map(([, name, labels, kind]) => {
    const names = labels!
      .split(';')
      .flatMap((part) => part.split(':', 1)[0]!.split(','))
      .flatMap((part) => /`(\w+)`/.exec(part)?.[1] ?? []);
    return [name!, kind!, ...names.sort()].join(' ');
  });
  const api = await startTestApi({ METRICS_TOKEN, WORKER: 'inline' });
  const { registry } = api.app.get(Metrics);
  // What several workers have besides, the process that starts them counts.
  const json = [...(await registry.getMetricsAsJSON()), ...new WorkerFigures().figures(2, 2)];
  const labels = (metric: Registered & { values: readonly { labels: object }[] }) => {
    const { labelNames } = (registry.getSingleMetric(metric.name) ?? {}) as Partial<Registered>;
    const used = metric.values.flatMap((value) => Object.keys(value.labels)).filter((name) => name !== 'le');
    return [...new Set(labelNames ?? used)].sort();
  };
  const registered = json
    .filter(({ name }) => !/^(process|nodejs)_/.test(name))
    .map((metric) => {
      const { name, type } = metric;
      return [name, String(type), ...labels(metric)].join(' ');
    });
  await api.stop();
  expect(documented.sort()).toEqual(registered.sort());
});
