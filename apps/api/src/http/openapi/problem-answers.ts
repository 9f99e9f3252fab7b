import type {
  ComponentsObject,
  MediaTypeObject,
  OperationObject,
  ParameterObject,
  RequestBodyObject,
  ResponseObject,
} from './openapi-types';
import { FORM_BODY, JSON_BODY } from '@fleet/api/http/media-types';
import { problemBody, PROBLEM_MEDIA_TYPE } from '@fleet/api/http/problem';
import { UNCOUNTED_EXTENSION } from '@fleet/api/http/rate-limits/uncounted';
import { ProblemCode, PROBLEMS } from './problem-table';

/** Where an operation names the codes of its own rules until the document is finished. */
export const PROBLEM_CODES = 'x-problem-codes';

export const ALL_CODES = Object.keys(PROBLEMS) as ProblemCode[];

const EXAMPLE_REQUEST_ID = '0198b8a0-2f6a-7c1e-9d43-5a7e0c1b2d3f';

const JSON_CODES = ['MALFORMED_JSON', 'REQUEST_TIMEOUT', 'PAYLOAD_TOO_LARGE'] as const;
const FORM_CODES = ['MALFORMED_REQUEST', 'REQUEST_TIMEOUT', 'PAYLOAD_TOO_LARGE'] as const;

type Operation = OperationObject & { [PROBLEM_CODES]?: readonly ProblemCode[]; [UNCOUNTED_EXTENSION]?: true };

/** Gives every operation all its error answers, which share what they have in common. */
export class ProblemAnswers {
  readonly components: Required<Pick<ComponentsObject, 'examples' | 'responses'>> = { examples: {}, responses: {} };

  /** Adds the answers of the operation's own rules, and those that its shape implies. */
  addTo(method: string, operation: Operation): void {
    const own = operation[PROBLEM_CODES] ?? [];
    const met = [...own, ...impliedCodes(method, operation)];
    delete operation[PROBLEM_CODES];
    delete operation[UNCOUNTED_EXTENSION];
    const codes = ALL_CODES.filter((code) => met.includes(code));
    for (const status of new Set(codes.map(statusOf))) {
      this.add(
        operation,
        status,
        codes.filter((code) => statusOf(code) === status),
      );
    }
  }

  private add({ responses }: Operation, status: number, codes: ProblemCode[]): void {
    const answer = responses[status] as ResponseObject | undefined;
    const problems = this.problems(codes);
    if (answer) {
      responses[status] = { ...describe(status, codes, problems), description: answer.description };
      Object.assign(responses[status].content!, answer.content);
    } else if (codes.length > 1) {
      responses[status] = describe(status, codes, problems);
    } else {
      this.components.responses[codes[0]!] ??= describe(status, codes, problems);
      responses[status] = { $ref: `#/components/responses/${codes[0]}` };
    }
  }

  private problems(codes: ProblemCode[]): MediaTypeObject {
    for (const code of codes) this.components.examples[code] ??= example(code);
    return {
      schema: {
        allOf: [
          { $ref: '#/components/schemas/Problem' },
          { type: 'object', properties: { code: { enum: codes } }, required: ['code'] },
        ],
      },
      examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
    };
  }
}

function statusOf(code: ProblemCode): number {
  return PROBLEMS[code].problem.status;
}

function impliedCodes(method: string, operation: Operation): ProblemCode[] {
  const { parameters = [], requestBody, security = [] } = operation;
  const given = (parameters as ParameterObject[]).map(({ name, in: place }) => `${place} ${name}`);
  // A body that nobody asked for is read and refused as JSON; one that is streamed has no limits.
  const bodies = requestBody ? Object.keys((requestBody as RequestBodyObject).content) : [JSON_BODY];
  return [
    ...(security.length > 0 ? (['UNAUTHENTICATED', 'FORBIDDEN'] as const) : []),
    ...(given.length > 0 || requestBody ? (['VALIDATION_FAILED'] as const) : []),
    ...(given.includes('path id') ? (['MALFORMED_URL'] as const) : []),
    ...(given.includes('query cursor') ? (['INVALID_CURSOR'] as const) : []),
    ...(given.includes('header If-Match') ? (['VERSION_MISMATCH', 'CONCURRENT_UPDATE'] as const) : []),
    ...(given.includes('header Idempotency-Key') ? (['IDEMPOTENCY_IN_FLIGHT', 'IDEMPOTENCY_KEY_REUSED'] as const) : []),
    ...(method !== 'get' ? (['UNSUPPORTED_MEDIA_TYPE'] as const) : []),
    ...(method !== 'get' && bodies.includes(JSON_BODY) ? JSON_CODES : []),
    ...(method !== 'get' && bodies.includes(FORM_BODY) ? FORM_CODES : []),
    ...(operation[UNCOUNTED_EXTENSION] ? [] : (['RATE_LIMITED'] as const)),
    'INTERNAL',
    'UNAVAILABLE',
  ];
}

const HEADERS_OF: Record<number, readonly string[]> = {
  401: ['WWW-Authenticate'],
  429: ['Retry-After'],
  503: ['Retry-After'],
};

function headersOf(status: number, codes: readonly ProblemCode[]): readonly string[] {
  return codes.includes('IDEMPOTENCY_IN_FLIGHT') ? ['Retry-After'] : (HEADERS_OF[status] ?? []);
}

function reference(header: string): { $ref: string } {
  return { $ref: `#/components/headers/${header}` };
}

function describe(status: number, codes: ProblemCode[], problems: MediaTypeObject): ResponseObject {
  return {
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].when}.`).join('\n\n'),
    headers: Object.fromEntries(headersOf(status, codes).map((name) => [name, reference(name)])),
    content: { [PROBLEM_MEDIA_TYPE]: problems },
  };
}

function example(code: ProblemCode): { summary: string; value: object } {
  const { problem, when } = PROBLEMS[code];
  const summary = (when.charAt(0).toUpperCase() + when.slice(1)).replaceAll('`', '');
  return { summary, value: problemBody(problem, '/api/vehicles', EXAMPLE_REQUEST_ID) };
}
