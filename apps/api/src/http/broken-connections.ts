import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { v7 } from 'uuid';
import { HttpProblemError } from './http-problem.error';
import { problemBody, PROBLEM_MEDIA_TYPE } from './problem';
import { SECURITY_LINES } from './security-headers';

const ANSWERS: Record<string, { status: number; code: string; detail: string }> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'REQUEST_TIMEOUT', detail: 'The request did not arrive in time.' },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'HEADERS_TOO_LARGE',
    detail: 'The headers are larger than this server takes.',
  },
};
const NO_HTTP = { status: 400, code: 'MALFORMED_REQUEST', detail: 'This is not a valid HTTP request.' };
const HOSTLESS = { ...NO_HTTP, detail: 'The header Host is missing.', headers: { Connection: 'close' } };

/** Answers what never became a request. */
export function answerBrokenConnections(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const problem = ANSWERS[error.code ?? ''] ?? NO_HTTP;
  const requestId = v7();
  const body = JSON.stringify(problemBody(problem, '', requestId));
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\nContent-Type: ${PROBLEM_MEDIA_TYPE}\r\n` +
      `X-Request-Id: ${requestId}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n` +
      `${SECURITY_LINES}\r\n${body}`,
  );
}

/** Refuses, with a problem document, what Node would refuse with an empty answer. */
export function refuseBrokenRequests(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const hostless = request.headers.host === undefined && request.raw.httpVersion === '1.1';
    done(hostless ? new HttpProblemError(HOSTLESS) : undefined);
  });
  // An expectation that is not known may be passed over (RFC 9110, 10.1.1).
  server.server.on('checkExpectation', (request, response) => server.server.emit('request', request, response));
}
