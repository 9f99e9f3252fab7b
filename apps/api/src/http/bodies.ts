import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parse } from 'secure-json-parse';
import { readForms } from './forms/read-forms';
import { HttpProblemError } from './http-problem.error';
import { BodyConfig, CSV_BODY, FORM_BODY, JSON_BODY, mediaTypeOf } from './media-types';
import { validationFailed } from './to-problem';

const MALFORMED_JSON = { status: 400, code: 'MALFORMED_JSON' };
/** No request of this product has more than a few. */
const MAX_LEVELS = 20;
/** Checking takes longer with every value; whoever sends more than a form has means no form. A route may say otherwise. */
const MAX_VALUES = 1_000;

/**
 * JSON is parsed, a form is read into memory, CSV is handed on as a stream. Each path takes JSON alone, or what it says.
 * @param fileLimit the largest file of a form, in bytes
 */
export function readBodies(server: FastifyInstance, fileLimit: number): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(JSON_BODY, { parseAs: 'buffer' }, (request, body, done) => {
    try {
      const { maxValues = MAX_VALUES } = request.routeOptions.config as BodyConfig;
      done(null, parseJson(body as Buffer, maxValues));
    } catch (error) {
      done(error as Error);
    }
  });
  server.addContentTypeParser(CSV_BODY, (_request, stream, done) => done(null, stream));
  readForms(server, fileLimit);
  server.addHook('preParsing', (request, _reply, _payload, done) => {
    done(isReadable(request) ? null : unsupported(), undefined);
  });
}

function parseJson(body: Buffer, maxValues: number): unknown {
  // An action without a body may say that it is JSON all the same.
  if (body.length === 0) return undefined;
  if (!isUtf8(body)) throw new HttpProblemError({ ...MALFORMED_JSON, detail: 'The body is not valid UTF-8.' });
  const value = parseText(body.toString('utf8'));
  if (isDeeper(value, MAX_LEVELS)) {
    throw new HttpProblemError({ ...MALFORMED_JSON, detail: `The body has more than ${MAX_LEVELS} levels.` });
  }
  if (valuesLeft(value, maxValues) < 0) {
    throw new HttpProblemError({ ...MALFORMED_JSON, detail: `The body has more than ${maxValues} values.` });
  }
  return value;
}

function parseText(text: string): unknown {
  try {
    // `constructor` stays, as an own field that the validation refuses by its name.
    return parse(text, null, { protoAction: 'error', constructorAction: 'ignore' });
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

/** Whoever works through the value by recursion must not run out of stack. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

/** How many of `allowed` values are left after those in `value`; below 0 it has stopped counting. */
function valuesLeft(value: unknown, allowed: number): number {
  if (typeof value !== 'object' || value === null) return allowed - 1;
  let left = allowed;
  for (const name in value) {
    left = valuesLeft((value as Record<string, unknown>)[name], left);
    if (left < 0) break;
  }
  return left;
}

/** A body of the path's own kind, as it is: nothing here unpacks a compressed one. */
function isReadable(request: FastifyRequest): boolean {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding.trim().toLowerCase() !== 'identity') return false;
  const type = mediaTypeOf(request);
  const { consumes } = request.routeOptions.config as BodyConfig;
  if (type === undefined) return true;
  // What is no JSON either has no parser.
  return consumes === undefined ? type !== CSV_BODY && type !== FORM_BODY : [consumes].flat().includes(type);
}

function unsupported(): HttpProblemError {
  return new HttpProblemError({
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    detail: 'This path does not take a body of this media type, or of this content encoding.',
  });
}
