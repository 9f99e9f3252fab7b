import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem';
import { ProblemReplies } from './problem-replies';

const TOO_SLOW: Problem = {
  status: 408,
  code: 'REQUEST_TIMEOUT',
  detail: 'The body did not arrive in time.',
  headers: { Connection: 'close' },
};

const TIMERS = new WeakMap<FastifyRequest, NodeJS.Timeout>();

/** A client that does not finish its JSON body in time gets 408. A stream, which is worked on as it comes, may take longer. */
export function limitBodyTime(server: FastifyInstance, milliseconds: number, replies: ProblemReplies): void {
  server.addHook('preParsing', (request, reply, payload, done) => {
    if (hasBody(request) && (request.routeOptions.config as { consumes?: string }).consumes === undefined) {
      // The answer closes the connection; destroying the body would do so before the answer is out.
      const timer = setTimeout(() => replies.sendProblem(TOO_SLOW, request, reply), milliseconds);
      TIMERS.set(request, timer);
      reply.raw.once('close', () => clearTimeout(timer));
    }
    done(null, payload);
  });
  server.addHook('preValidation', (request, _reply, done) => {
    clearTimeout(TIMERS.get(request));
    done();
  });
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}
