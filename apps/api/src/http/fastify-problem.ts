import { Problem } from './problem';

interface FastifyLikeError {
  readonly code?: string;
  readonly statusCode?: number;
}

const MALFORMED_JSON: Problem = { status: 400, code: 'MALFORMED_JSON', detail: 'The body is not valid JSON.' };

const PROBLEMS: Record<string, Problem> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    detail: 'This path does not take a body of this media type.',
  },
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
    detail: 'The body is larger than this server takes.',
  },
  FST_ERR_CTP_INVALID_JSON_BODY: MALFORMED_JSON,
  FST_ERR_CTP_EMPTY_JSON_BODY: MALFORMED_JSON,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    status: 400,
    code: 'MALFORMED_JSON',
    detail: 'The body is not as long as its Content-Length says.',
  },
  FST_ERR_BAD_URL: { status: 400, code: 'MALFORMED_URL', detail: 'The address is not a valid URL.' },
  FST_ERR_MAX_PARAM_LENGTH: { status: 400, code: 'MALFORMED_URL', detail: 'A part of the address is too long.' },
};

/** What the web server itself refused, or null when the error is not one of its own. */
export function fastifyProblem(error: unknown): Problem | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, statusCode } = error as FastifyLikeError;
  if (code !== undefined && PROBLEMS[code]) return PROBLEMS[code];
  const refused = statusCode !== undefined && statusCode >= 400 && statusCode < 500;
  return refused ? { status: 400, code: 'VALIDATION_FAILED', detail: 'The request cannot be read.' } : null;
}
