import type { FastifyInstance } from 'fastify';
import { HttpProblemError } from '@fleet/api/http/http-problem.error';
import { accessRuleIn, accessRuleOf } from './access-rule';
import { FORBIDDEN } from './access-problems';

/**
 * Sends away whom the route does not let in, and takes no route that says nothing about it. Before routes are added: one
 * that was there already is refused to everybody. After callers are counted, so that guessing is limited as well.
 */
export function refuseCallers(server: FastifyInstance): void {
  server.addHook('onRoute', ({ config, method, url }) => {
    if (accessRuleIn(config)) return;
    throw new Error(`${[method].flat().join(', ')} ${url} does not say who may call it: it needs @Access(…).`);
  });
  server.addHook('onRequest', (request, _reply, done) => {
    const refusal = accessRuleOf(request) ? request.refusal : FORBIDDEN;
    done(refusal ? new HttpProblemError(refusal) : undefined);
  });
}
