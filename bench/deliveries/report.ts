import { machine } from '../report/machine';
import { Latency } from './measure';
import { Rebuilt } from './rebuild';

const milliseconds = (value: number) => value.toFixed(1);
const cell = ({ p50, p95 }: Latency) => `${milliseconds(p50)} (${milliseconds(p95)})`;

export function deliveriesReport(
  onRoad: number,
  done: readonly number[],
  columns: readonly ReadonlyMap<string, Latency>[],
  rebuilt: Rebuilt,
): string {
  const [few, many] = columns as [ReadonlyMap<string, Latency>, ReadonlyMap<string, Latency>];
  const rows = [...few].map(([name, latency]) => `| ${name} | ${cell(latency)} | ${cell(many.get(name)!)} |`);
  const heads = done.map((count) => `${count.toLocaleString('en')} done`).join(' | ');
  const [first, second] = rebuilt.seconds.map((seconds) => seconds.toFixed(1));
  return `# Deliveries: measured

\`npm run bench:deliveries\` writes this file. ${machine()} The machine may have had other work meanwhile, so that the columns
tell more than the numbers.

## Reading

One request after the other over HTTP, on the embedded engine, with access checks and request logging on; milliseconds, the
median of 60 and, in brackets, the 95th percentile. ${onRoad.toLocaleString('en')} deliveries are on the road, on routes of 8
checkpoints; 1,000 vehicles and as many drivers. Lists show the first 50.

| request | ${heads} |
|---|---|---|
${rows.join('\n')}

## Rebuilding the rows from the log

${rebuilt.streams.toLocaleString('en')} deliveries of 3 events each, by \`npm run projections:rebuild\` in a process of its own,
while the product in another one registers one vehicle after the other.

| | |
|---|---|
| with no rows there | ${first} s |
| with all rows there, which are written anew | ${second} s |
| vehicles registered meanwhile | ${rebuilt.writes} |
| milliseconds of each, median (95th percentile) | ${milliseconds(rebuilt.p50)} (${milliseconds(rebuilt.p95)}) |
`;
}
