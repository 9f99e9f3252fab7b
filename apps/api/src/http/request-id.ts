import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { v7 } from 'uuid';
import { ActionContext } from '@fleet/application/shared/action-context';

const USABLE = /^[A-Za-z0-9\-_.]{1,64}$/;
const ACTOR = 'system';

/** The client's `X-Request-Id` when it is 1–64 letters, digits, `-`, `_` and `.`; else a new one. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && USABLE.test(given) ? given : v7();
}

/** Names every answer after its request, and lets everything that is done for the request know it. */
export function followRequests(server: FastifyInstance, context: ActionContext): void {
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('X-Request-Id', request.id);
    context.run({ actor: ACTOR, correlationId: request.id, address: request.ip }, done);
  });
}
