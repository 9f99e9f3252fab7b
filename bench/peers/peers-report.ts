import { medianRatio, medianSample } from '@fleet/bench/load/median';
import { Sample } from '@fleet/bench/load/measure';
import { machine } from '@fleet/bench/report/machine';
import { table } from '@fleet/bench/report/markdown';

/** The rounds of one question. */
export interface Answered {
  readonly name: string;
  readonly product: readonly Sample[];
  readonly directus: readonly Sample[];
}

export interface Memory {
  readonly product: number;
  readonly directus: number;
}

const HEAD = ['what', 'FleetManager/s', 'p50 ms', 'p99 ms', 'Directus/s', 'p50 ms', 'p99 ms', 'times as many'];

export function peersReport(answered: readonly Answered[], version: string, placement: string, memory: Memory): string {
  return `# Beside Directus

Written by \`npm run bench:peers\`; what is compared, and what it does not say, stands in [README.md](README.md).

${machine()} Directus ${version}, ${placement}. Most memory: ${memory.product.toFixed(0)} MiB and ${memory.directus.toFixed(0)} MiB.

${table(HEAD, answered.map(row))}
`;
}

function row({ name, product, directus }: Answered): string[] {
  const ratio = medianRatio([...product], [...directus]);
  return [name, ...cells(medianSample([...product])), ...cells(medianSample([...directus])), ratio.toFixed(1)];
}

function cells({ requestsPerSecond, p50, p99 }: Sample): string[] {
  return [Math.round(requestsPerSecond).toLocaleString('en'), p50.toFixed(2), p99.toFixed(2)];
}
