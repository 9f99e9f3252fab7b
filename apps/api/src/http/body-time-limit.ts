import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problem';
import { ProblemReplies } from './problem-replies';

const TOO_SLOW: Problem = {
  status: 408,
  code: 'REQUEST_TIMEOUT',
  detail: 'The body did not arrive in time.',
  headers: { Connection: 'close' },
};

const TIMERS = new WeakMap<FastifyRequest, NodeJS.Timeout>();

/**
 * A client that does not finish its JSON body in time gets 408. A stream, which is worked on as it comes, may take
 * longer, as long as it comes.
 */
export function limitBodyTime(server: FastifyInstance, milliseconds: number, replies: ProblemReplies): void {
  server.addHook('preParsing', (request, reply, payload, done) => {
    if (hasBody(request)) {
      // The answer closes the connection; destroying the body would do so before the answer is out.
      const refuse = () => replies.sendProblem(TOO_SLOW, request, reply);
      if (isStreamed(request)) refuseStandstill(request, reply, milliseconds, refuse);
      else refuseAfter(request, reply, milliseconds, refuse);
    }
    done(null, payload);
  });
  server.addHook('preValidation', (request, _reply, done) => {
    clearTimeout(TIMERS.get(request));
    done();
  });
}

function refuseAfter(request: FastifyRequest, reply: FastifyReply, milliseconds: number, refuse: () => void): void {
  const timer = setTimeout(refuse, milliseconds);
  TIMERS.set(request, timer);
  reply.raw.once('close', () => clearTimeout(timer));
}

/** It is the client's standstill when nothing came, nothing waits for us to take it, and the end is not there yet. */
function refuseStandstill(
  { raw }: FastifyRequest,
  reply: FastifyReply,
  milliseconds: number,
  refuse: () => void,
): void {
  let before = -1;
  const timer = setInterval(() => {
    const { bytesRead } = raw.socket;
    if (bytesRead === before && raw.readableLength === 0 && !raw.complete) refuse();
    before = bytesRead;
  }, milliseconds);
  reply.raw.once('close', () => clearInterval(timer));
}

function isStreamed({ routeOptions }: FastifyRequest): boolean {
  return (routeOptions.config as { consumes?: string }).consumes !== undefined;
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}
