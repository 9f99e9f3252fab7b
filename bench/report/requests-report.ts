import { goalsTable, samplesTable } from './markdown';
import { machine } from './machine';
import { Comparison, ScenarioResult } from './result';

/** The part about requests, with how they were measured. */
export function requestsReport(results: readonly ScenarioResult[], others: Comparison[], placement: string): string {
  const goals = goalsTable([...results.flatMap(({ comparisons }) => comparisons), ...others]);
  return `## Requests

${machine()}

Whole HTTP requests over 10 connections (autocannon), ${placement}. The floor is a bare Fastify server with prepared
statements on the same database file with the same settings; it checks nothing and logs nothing. The product is what
\`npm run build\` makes, with its request log going to a file. Before anything is measured both are asked the same: reads
must give the same bytes and writes must leave the same rows. The product is asked by an administrator who has signed in,
and it counts requests, none of which is too much; "access checks off" is the same product with its check of callers taken
out. Each server is warmed up, then they take turns in 5 rounds of a second. Requests/s and latencies are medians of the rounds; a ratio is the median of the ratios of neighbouring
rounds. The floor and the product have a fleet of 1,000 vehicles, the large fleet has 1,000,000 (seeded once and kept in
\`.cache/bench\`).

${goals}

${samplesTable(results)}
`;
}
