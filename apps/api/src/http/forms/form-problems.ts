import { HttpProblemError } from '@fleet/api/http/http-problem.error';
import { validationFailed } from '@fleet/api/http/to-problem';

const MALFORMED_FORM = {
  status: 400,
  code: 'MALFORMED_REQUEST',
  detail: 'The body is no whole and valid multipart/form-data.',
};

export function formTooLarge(detail: string): HttpProblemError {
  return new HttpProblemError({ status: 413, code: 'PAYLOAD_TOO_LARGE', detail });
}

/** What a client is told when its form cannot be read. @param error what reading it has thrown */
export function formProblem(error: unknown): HttpProblemError {
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (statusCode === 413) return formTooLarge('The form has more parts than this server takes.');
  // It does not say which name it was.
  if (code === 'FST_PROTO_VIOLATION') return refusedField('is not a known field');
  if (code === 'FST_INVALID_JSON_FIELD_ERROR') return refusedField('must be text');
  return new HttpProblemError(MALFORMED_FORM);
}

function refusedField(message: string): HttpProblemError {
  return new HttpProblemError(validationFailed([{ field: '', message }]));
}
