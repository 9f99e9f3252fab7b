import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parse } from 'secure-json-parse';
import { HttpProblemError } from './http-problem.error';
import { validationFailed } from './to-problem';

const MALFORMED_JSON = { status: 400, code: 'MALFORMED_JSON' };
const CSV = 'text/csv';

/** JSON is parsed; CSV is handed on as a stream. Each path takes one of them. */
export function readBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJson(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  server.addContentTypeParser(CSV, (_request, stream, done) => done(null, stream));
  server.addHook('preParsing', (request, _reply, _payload, done) => {
    done(isCsv(request) === takesCsv(request) || !hasMediaType(request) ? null : unsupported(), undefined);
  });
}

function parseJson(body: Buffer): unknown {
  // An action without a body may say that it is JSON all the same.
  if (body.length === 0) return undefined;
  if (!isUtf8(body)) throw new HttpProblemError({ ...MALFORMED_JSON, detail: 'The body is not valid UTF-8.' });
  try {
    return parse(body.toString('utf8'), null, { protoAction: 'error', constructorAction: 'error' });
  } catch (error) {
    throw new HttpProblemError(
      isForbiddenName(error)
        ? validationFailed([{ field: '__proto__', message: 'is not a known field' }])
        : { ...MALFORMED_JSON, detail: 'The body is not valid JSON.' },
    );
  }
}

function isForbiddenName(error: unknown): boolean {
  return error instanceof SyntaxError && error.message === 'Object contains forbidden prototype property';
}

function hasMediaType(request: FastifyRequest): boolean {
  return request.headers['content-type'] !== undefined;
}

function isCsv(request: FastifyRequest): boolean {
  return request.headers['content-type']?.split(';', 1)[0]!.trim().toLowerCase() === CSV;
}

function takesCsv(request: FastifyRequest): boolean {
  return (request.routeOptions.config as { consumes?: string }).consumes === CSV;
}

function unsupported(): HttpProblemError {
  return new HttpProblemError({
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    detail: 'This path does not take a body of this media type.',
  });
}
