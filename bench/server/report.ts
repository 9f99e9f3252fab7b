import { machine } from '../report/machine';
import { table } from '../report/markdown';
import { ReadResult } from './compare-reads';

const GOAL = 0.85;

export function serverReport(results: readonly ReadResult[]): string {
  const number = (value: number) => Math.round(value).toLocaleString('en');
  const rows = results.map(({ name, product, raw, ratio }) => [
    name,
    number(product),
    number(raw),
    ratio.toFixed(2),
    `≥ ${GOAL.toFixed(2)}`,
    ratio >= GOAL ? 'met' : '**not met**',
  ]);
  return `# Reading from a server: measured

\`npm run bench:server\` writes this file. ${machine()}

Rows a second that queries get (\`ReadDatabase\`: ids in lower case, instants as text), against the driver alone (\`mssql\`) with
the same statement, the same pool and in the same process, in turns. The server was on the same machine.

${table(['read', 'product', 'driver', 'ratio', 'goal', ''], rows)}
`;
}
