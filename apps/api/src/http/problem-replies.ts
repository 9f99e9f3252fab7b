import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { UNAUTHENTICATED } from './access/access-problems';
import { HttpProblemError } from './http-problem.error';
import { Problem, problemBody, PROBLEM_MEDIA_TYPE } from './problem';
import { toProblem } from './to-problem';

/** Sends errors as problem documents, and logs those that are the server's own fault. */
export class ProblemReplies {
  constructor(private readonly logger: Logger) {}

  send(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = toProblem(error);
    // What the door itself refuses is no fault: an overload is told of where it is found.
    if (problem.status >= 500 && !(error instanceof HttpProblemError))
      this.logger.error({ err: error }, problem.detail);
    if (reply.sent || reply.raw.headersSent) return;
    this.sendProblem(problem, request, reply);
  }

  sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
    const path = request.url.split('?', 1)[0]!;
    void reply
      .code(problem.status)
      .headers({
        ...(problem.status === 401 && UNAUTHENTICATED.headers),
        ...problem.headers,
        'Content-Type': PROBLEM_MEDIA_TYPE,
      })
      .send(JSON.stringify(problemBody(problem, path, request.id, request.followed?.traceId)));
  }
}
