import { gain, Rest, WorkersResult, WorkersSample } from '@fleet/bench/workers/measure-workers';
import { median } from '@fleet/bench/load/median';
import { machine } from './machine';
import { table } from './markdown';

/** What several processes on one port give, as a page. */
export function workersReport(results: readonly WorkersResult[], rests: readonly Rest[]): string {
  return `# What several workers give

Written by \`npm run bench:workers\`.

${machine()} Load and servers share the cores as the system likes.

One process (\`WORKERS=1\`) and two (\`WORKERS=2\`, with the third that starts them), in rounds that alternate; 64
connections, an embedded database of 1,000 vehicles, without Redis; figures are medians of the rounds. Processor time is
that of all of a server's processes. Two processes can give no more than the processor time that they get beside the one that
makes the load: to ask for heads alone costs it next to nothing, while the server does all that the whole answer takes. Were each process given a core of its own, two would give
twice as much divided by the growth of the processor time for each request.

${table(
  ['what', 'workers', 'requests/s', 'p99 ms', 'processor time', 'cores used'],
  results.flatMap((result) =>
    ([1, 2] as const).map((workers) => {
      const of = (figure: (sample: WorkersSample) => number) =>
        median((workers === 1 ? result.alone : result.together).map(figure));
      return [
        result.mixture,
        String(workers),
        Math.round(of(({ requestsPerSecond }) => requestsPerSecond)).toLocaleString('en'),
        of(({ p99 }) => p99).toFixed(1),
        `${Math.round(of(({ processor }) => processor))} µs`,
        of(({ cores }) => cores).toFixed(2),
      ];
    }),
  ),
)}

${table(
  ['what', 'requests/s of two against one', 'processor time of two against one', 'two free cores would give'],
  results.map((result) => {
    const cost = gain(({ processor }) => processor, result);
    const rate = gain(({ requestsPerSecond }) => requestsPerSecond, result);
    return [result.mixture, rate.toFixed(2), cost.toFixed(2), (2 / cost).toFixed(2)];
  }),
)}

Memory at rest, all processes together:

${table(
  ['workers', 'MiB'],
  rests.map(({ workers, mebibytes }) => [String(workers), Math.round(mebibytes).toString()]),
)}
`;
}
