type Labels = Readonly<Record<string, string>>;

interface Sample {
  readonly name: string;
  readonly labels: Labels;
  readonly value: number;
}

/** Prometheus' own. */
const ITS_METRICS = ['up'];

const PARTS: Record<string, string[]> = { histogram: ['', '_bucket', '_sum', '_count'] };

/** The metrics that rules or a dashboard ask for: each of them has its matchers behind it, and nothing else has. */
export function askedFor(text: string): string[] {
  const asked = new Set([...text.matchAll(/\b([a-z_]+)\{job=/g)].map(([, name]) => name!));
  return [...asked].filter((name) => !ITS_METRICS.includes(name));
}

/** What a scrape has shown. */
export class Scrape {
  readonly samples: readonly Sample[];

  constructor(readonly text: string) {
    this.samples = text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map(toSample);
  }

  /** The sum of the samples of this name that have these labels, whatever others they have; 0 when there are none. */
  sum(name: string, labels: Labels = {}): number {
    return this.of(name, labels).reduce((sum, { value }) => sum + value, 0);
  }

  of(name: string, labels: Labels = {}): readonly Sample[] {
    const wanted = Object.entries(labels);
    return this.samples.filter(
      (sample) => sample.name === name && wanted.every(([label, value]) => sample.labels[label] === value),
    );
  }

  /** The metrics that there are, with a sample or without, by all the names that can be asked for. */
  names(): Set<string> {
    const families = [...this.text.matchAll(/^# TYPE (\w+) (\w+)$/gm)];
    return new Set(families.flatMap(([, name, kind]) => (PARTS[kind!] ?? ['']).map((part) => name! + part)));
  }

  /** Each value that the label has, once. */
  values(name: string, label: string): string[] {
    return [...new Set(this.of(name).map(({ labels }) => labels[label]!))].sort();
  }
}

export const METRICS_TOKEN = 'a-token-for-the-tests';

/** @param at an address of the API, or of the port for metrics alone */
export async function scrape(at: string): Promise<Scrape> {
  const response = await fetch(`${at}/metrics`, { headers: { Authorization: `Bearer ${METRICS_TOKEN}` } });
  if (response.status !== 200) throw new Error(`/metrics answered ${response.status}.`);
  return new Scrape(await response.text());
}

function toSample(line: string): Sample {
  const [, name, labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
  if (!name) throw new Error(`This is no sample: ${line}`);
  const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, label, text]) => [label!, text!] as const);
  return { name, labels: Object.fromEntries(pairs), value: Number(value) };
}
