import { Problem } from '@fleet/api/http/problem';
import { toProblem } from '@fleet/api/http/to-problem';

export interface DocumentedProblem {
  readonly problem: Problem;
  /** When a client meets it, as half a sentence. */
  readonly when: string;
}

/** A rule that is broken. */
export function thrown(error: Error, when: string): DocumentedProblem {
  return { problem: toProblem(error), when };
}

/** What is wrong with a request, whatever it asks for. */
export function http(status: number, code: string, detail: string, when: string): DocumentedProblem {
  return { problem: { status, code, detail }, when };
}
