import type { FastifyInstance } from 'fastify';

/**
 * Clients may go away while it is found out who they are. Everybody who counts has heard of the end by then, and nobody would
 * hear of another one, so nothing is begun for them any more. Comes before anything waits for a body.
 */
export function leaveOutGone(server: FastifyInstance): void {
  server.addHook('preParsing', (_request, reply, payload, done) => {
    if (!reply.raw.closed) done(null, payload);
  });
}
