import { ReplayResult } from '@fleet/bench/replay/measure-replay';
import { machine } from './machine';
import { table } from './markdown';

const rate = (events: number, seconds: number) => Math.round(events / seconds).toLocaleString('en');

/** What a replay costs, as a page. */
export function replayReport({ stream, aggregates, events, writing, replaying, loads }: ReplayResult): string {
  const all = table(
    ['what', 'seconds', 'events/s'],
    [
      ['written by the event log, 5,000 a transaction', writing.toFixed(1), rate(events, writing)],
      ['read, decrypted and folded, 100 aggregates a statement', replaying.toFixed(1), rate(events, replaying)],
    ],
  );
  const one = table(
    ['events of the aggregate', 'median ms'],
    loads.map((load) => [load.events.toLocaleString('en'), load.milliseconds.toFixed(3)]),
  );
  return `# What a replay costs

Written by \`npm run bench:replay\`.

${machine()}

${events.toLocaleString('en')} events of ${aggregates.toLocaleString('en')} streams of the kind ${stream}, in an embedded database.

${all}

One aggregate alone, among all of these. One of a single event is what a snapshot would cost at least: a row, and the key of
the person that it tells of.

${one}
`;
}
