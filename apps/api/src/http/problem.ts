import { FieldFault } from '@fleet/domain/shared/invalid-fields.error';

/** What is wrong with a request or with the server, as RFC 9457 has it, with the product's own code and request id. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  /** For people; never a stack, SQL or a driver's words. */
  readonly detail: string;
  readonly errors?: readonly FieldFault[];
  /** Further members of the document, which programs go by. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** The body that a client gets. */
export function problemBody(
  problem: Problem,
  path: string,
  requestId: string,
  traceId?: string,
): Record<string, unknown> {
  const words = problem.code.toLowerCase().split('_');
  const members = {
    type: `urn:fleet:problem:${words.join('-')}`,
    title: titleOf(words),
    status: problem.status,
    detail: problem.detail,
    instance: path,
    code: problem.code,
    requestId,
    ...(traceId !== undefined && { traceId }),
    ...(problem.errors && { errors: problem.errors }),
  };
  // The details come last, and in the place of none of these.
  return { ...members, ...problem.details, ...members };
}

const ABBREVIATIONS = ['json', 'url'];

function titleOf(words: readonly string[]): string {
  const title = words.map((word) => (ABBREVIATIONS.includes(word) ? word.toUpperCase() : word)).join(' ');
  return title.charAt(0).toUpperCase() + title.slice(1);
}
