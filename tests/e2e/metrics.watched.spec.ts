import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WorkerFigures } from '@fleet/infrastructure/shared/siblings/worker-figures';
import { askedFor, METRICS_TOKEN, scrape } from './support/metrics';
import { startTestApi, TestApi } from './support/test-api';

const DEPLOY = join(__dirname, '../../deploy');
const dashboard = readFileSync(join(DEPLOY, 'grafana/dashboards/fleet.json'), 'utf8');
const alerts = readFileSync(join(DEPLOY, 'prometheus/alerts.yml'), 'utf8');

/** What only several workers have: workers.metrics.spec.ts asks those. */
const OF_WORKERS = new WorkerFigures().figures(2, 2).map(({ name }) => name);

/** Prometheus' own. */
const ITS_LABELS = ['job', 'instance', 'le', 'exported_job'];

let api: TestApi;
let known: Set<string>;
let labels: Set<string>;
beforeAll(async () => {
  api = await startTestApi({ METRICS_TOKEN, WORKER: 'inline' });
  await api.client.get('/api/vehicles/available');
  const seen = await scrape(api.client.baseUrl);
  known = new Set([...seen.names(), ...OF_WORKERS]);
  labels = new Set(seen.samples.flatMap((sample) => Object.keys(sample.labels)));
});
afterAll(() => api.stop());

const all = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, found]) => found!))];

describe.each([
  ['the dashboard', dashboard],
  ['the alerts', alerts],
])('%s', (_, text) => {
  it('asks for metrics that the product has', () => {
    const asked = askedFor(text);
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((name) => !known.has(name))).toEqual([]);
  });

  it('groups and chooses by labels that they have', () => {
    const grouped = all(text, /\bby \(([a-z_, ]+)\)/g).flatMap((list) => list.split(', '));
    const chosen = all(text, /[{,] ?([a-z_]+)=~?\\?"/g);
    // Some metrics have no sample before anything goes wrong; their labels are those of others, but for these.
    const seldom = ['target', 'outcome', 'state', 'lease', 'reason'];
    const unknown = [...grouped, ...chosen].filter((label) => ![...labels, ...ITS_LABELS, ...seldom].includes(label));
    expect(unknown).toEqual([]);
  });
});

it('the dashboard shows each metric that the product has, but for what Node itself counts', () => {
  const base = [...known].filter((name) => !/^(process|nodejs)_|_(bucket|sum|count)$/.test(name));
  expect(base.filter((name) => !dashboard.includes(name))).toEqual([]);
});
