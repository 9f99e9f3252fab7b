import { machine } from './machine';
import { table } from './markdown';

export interface LoopResult {
  readonly name: string;
  readonly seconds: number;
  /** How long the event loop stood still at most. */
  readonly longestMs: number;
}

const GOAL_MS = 50;

/** The part about how long one request holds up the others. */
export function loopReport(results: readonly LoopResult[]): string {
  const rows = results.map(({ name, seconds, longestMs }) => [
    name,
    seconds.toFixed(2),
    longestMs.toFixed(0),
    longestMs < GOAL_MS ? 'met' : '**not met**',
  ]);
  return `## How long one request holds up all others

${machine()}

The longest time that the event loop stands still (\`monitorEventLoopDelay\`) while one request is worked on, in a fleet of
100,000 vehicles that are all due. The goal is less than ${GOAL_MS} ms; what can be done again is done twice, and the worst counts.

${table(['request', 'seconds', 'longest, ms', ''], rows)}
`;
}
