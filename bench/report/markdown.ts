import { Sample } from '@fleet/bench/load/measure';
import { Comparison, ScenarioResult } from './result';

export function goalsTable(comparisons: readonly Comparison[]): string {
  return table(
    ['what', 'goal', 'got', ''],
    comparisons.map(({ what, goal, got, met }) => [what, goal, got, met ? 'met' : '**not met**']),
  );
}

/** Requests a second, latencies, how busy the server was, and its processor's time for each request. */
export function samplesTable(results: readonly ScenarioResult[]): string {
  const servers = (result: ScenarioResult) =>
    [
      ['floor', result.floor],
      ['product', result.product],
      ['product, large fleet', result.largeProduct],
    ] as const;
  return table(
    ['what', 'server', 'requests/s', 'p50 ms', 'p99 ms', 'server busy', 'processor time'],
    results.flatMap((result) => servers(result).map(([server, sample]) => [result.name, server, ...cells(sample)])),
  );
}

function cells({ requestsPerSecond, p50, p99, busy }: Sample): string[] {
  const share = Number.isNaN(busy) ? '–' : `${Math.round(busy * 100)} %`;
  const each = Number.isNaN(busy) ? '–' : `${Math.round((busy / requestsPerSecond) * 1e6)} µs`;
  return [Math.round(requestsPerSecond).toLocaleString('en'), p50.toFixed(2), p99.toFixed(2), share, each];
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
