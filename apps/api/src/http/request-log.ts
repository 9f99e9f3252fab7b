import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

/** The client went away before it was answered; the number is nginx's. */
const CLIENT_GONE = 499;

/** One line a request, answered or not. */
export function logRequests(server: FastifyInstance, logger: Logger): void {
  server.addHook('onRequest', (request, reply, done) => {
    const start = performance.now();
    reply.raw.once('close', () => logRequest(logger, request, reply, performance.now() - start));
    done();
  });
}

/** With the route's pattern: the address itself may hold somebody's name or number. */
export function logRequest(logger: Logger, request: FastifyRequest, reply: FastifyReply, milliseconds: number): void {
  logger.info(
    {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      // Left out where nobody is known; a request that was refused before it was looked at has not even the field.
      actor: request.principal?.actor,
      status: reply.raw.writableEnded ? reply.statusCode : CLIENT_GONE,
      ms: Math.round(milliseconds * 10) / 10,
    },
    'request',
  );
}
