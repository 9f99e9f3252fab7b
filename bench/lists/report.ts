import { machine } from '../report/machine';
import { table } from '../report/markdown';
import { Latency, Measured } from './measure-lists';
import { LARGE, SMALL, Size } from './sizes';

const MOST = 1.5;
const LONGEST_MS = 50;

const milliseconds = (value: number) => value.toFixed(1);
const cell = ({ p50, p95 }: Latency) => `${milliseconds(p50)} (${milliseconds(p95)})`;
const number = (value: number) => value.toLocaleString('en');
const fleet = ({ vehicles, trips, deliveries }: Size) =>
  `${number(vehicles)} vehicles, ${number(trips)} trips and ${number(deliveries)} deliveries`;

function isMarked({ ratio, large, rows }: Measured): boolean {
  return large.p50 > LONGEST_MS || (ratio > MOST && rows[0] === rows[1]);
}

export function listsReport(results: readonly Measured[]): string {
  const rows = results.map((result) => {
    const { path, isDeep, small, large, rows, ratio } = result;
    const mark = isMarked(result) ? ' **' : '';
    const name = decodeURI(path.replace('/api/', '')).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…');
    return [name + (isDeep ? ', deep' : ''), rows.join(' / '), cell(small), cell(large), ratio.toFixed(2) + mark];
  });
  return `# Lists of small and of large fleets: measured

\`npm run bench:lists\` writes this file. ${machine()} The machine may have had other work meanwhile: both fleets are asked in
turns, so that the ratio tells more than the milliseconds.

The small fleet has ${fleet(SMALL)}; the large one has ${fleet(LARGE)}, and ${number(LARGE.drivers)} drivers against
${number(SMALL.drivers)}. Whole requests over HTTP, one after the other, on the embedded engine, with access checks and request
logging on; milliseconds, the median of 40 and, in brackets, the 95th percentile. A deep page begins 10,000 rows into the large
fleet's list, and as far as there are rows into the small one's. \`**\` marks what takes more than ${LONGEST_MS} ms, and more
than ${MOST} times as long for as many rows.

${results.filter(isMarked).length} of ${results.length} are marked.

${table(['list', 'rows of the page', 'small', 'large', 'ratio'], rows)}
`;
}
