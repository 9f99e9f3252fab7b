import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { METRICS_TOKEN, scrape } from './support/metrics';
import { startTestApi, TestApi } from './support/test-api';

const DEPLOY = join(__dirname, '../../deploy');
const dashboard = readFileSync(join(DEPLOY, 'grafana/dashboards/fleet.json'), 'utf8');
const alerts = readFileSync(join(DEPLOY, 'prometheus/alerts.yml'), 'utf8');

/** Prometheus' own. */
const ITS_METRICS = ['up'];
const ITS_LABELS = ['job', 'instance', 'le', 'exported_job'];

let api: TestApi;
let known: Set<string>;
let labels: Set<string>;
beforeAll(async () => {
  api = await startTestApi({ METRICS_TOKEN, WORKER: 'inline' });
  await api.client.get('/api/vehicles/available');
  const { text, samples } = await scrape(api.client.baseUrl);
  const families = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name, kind]) => [name!, kind!] as const);
  const parts = (kind: string) =>
    kind === 'histogram' || kind === 'summary' ? ['', '_bucket', '_sum', '_count'] : [''];
  known = new Set(families.flatMap(([name, kind]) => parts(kind).map((part) => name + part)));
  labels = new Set(samples.flatMap((sample) => Object.keys(sample.labels)));
});
afterAll(() => api.stop());

const all = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, found]) => found!))];

// Each metric of both files has its matchers behind it, and nothing else has.
describe.each([
  ['the dashboard', dashboard],
  ['the alerts', alerts],
])('%s', (_, text) => {
  it('asks for metrics that the product has', () => {
    const asked = all(text, /\b([a-z_]+)\{job=/g);
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((name) => !known.has(name) && !ITS_METRICS.includes(name))).toEqual([]);
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
