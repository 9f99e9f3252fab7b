import { BatchResult, Taken } from '@fleet/bench/batch/measure-batches';
import { machine } from './machine';
import { table } from './markdown';

/** What batches cost, as a page. */
export function batchReport(results: readonly BatchResult[]): string {
  const cells = ({ milliseconds, longestWait }: Taken) => [milliseconds.toFixed(0), longestWait.toFixed(0)];
  return `# What a batch costs

Written by \`npm run bench:batch\`.

${machine()}

Batches of 500 commands, whole requests over HTTP, in milliseconds. Meanwhile somebody else asks for a list all the time:
the longest wait is theirs, and their share of the processor is in the time of the batch.

${table(
  ['500 commands', 'each for itself', 'longest wait', 'atomic', 'longest wait'],
  results.map(({ what, each, atomic }) => [what, ...cells(each), ...cells(atomic)]),
)}
`;
}
