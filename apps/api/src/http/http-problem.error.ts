import { Problem } from './problem';

/** A request that the HTTP door itself refuses. */
export class HttpProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'HttpProblemError';
  }
}
