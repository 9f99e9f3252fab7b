import { ImportResult } from '@fleet/bench/import/measure-import';
import { machine } from './machine';
import { table } from './markdown';

/** The part about the import. */
export function importReport(results: readonly ImportResult[]): string {
  const head = [
    'POST /api/vehicles/import',
    'rows/s',
    'seconds',
    'peak memory',
    'a list meanwhile: median, p99, longest',
  ];
  return `## Import of 1,000,000 vehicles

${machine()}

One after the other into the same database, each by a server of its own, while somebody else asks for a list all the time.

${table(head, results.map(row))}
`;
}

function row({ query, rows, seconds, peak, waits }: ImportResult): string[] {
  const wait = (share: number) => waits[Math.floor((waits.length - 1) * share)]!.toFixed(0);
  return [
    query || '(no parameters)',
    Math.round(rows / seconds).toLocaleString('en'),
    seconds.toFixed(1),
    `${peak.toFixed(0)} MiB`,
    `${wait(0.5)}, ${wait(0.99)}, ${wait(1)} ms`,
  ];
}
