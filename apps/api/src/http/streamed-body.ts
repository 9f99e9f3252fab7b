import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { HttpProblemError } from './http-problem.error';

/**
 * The chunks of a body that is handed on as a stream; none when there is no body.
 *
 * Whoever stops reading early still gets an answer to the client: the rest is let through unread, because clients
 * look at the answer only when they have sent everything.
 *
 * @throws HttpProblemError when the client goes away before the end
 */
export async function* streamedBody({ body }: FastifyRequest): AsyncGenerator<Buffer> {
  if (!(body instanceof Readable)) return;
  try {
    // Destroying the stream would destroy the connection, and the answer with it.
    yield* body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  } catch (error) {
    throw body.destroyed ? brokenOff() : error;
  } finally {
    body.resume();
  }
}

function brokenOff(): HttpProblemError {
  return new HttpProblemError({ status: 400, code: 'VALIDATION_FAILED', detail: 'The body broke off before its end.' });
}
