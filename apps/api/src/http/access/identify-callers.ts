import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Authenticator } from '@fleet/application/identity/authenticator';
import { Principal } from '@fleet/application/identity/principal';
import { ActionContext } from '@fleet/application/shared/action-context';
import { Problem } from '@fleet/api/http/problem';
import { accessRuleOf } from './access-rule';
import { FORBIDDEN, REFUSED_CREDENTIALS, UNAUTHENTICATED } from './access-problems';
import { isAdmitted } from './admission';
import { credentialsOf } from './credentials';

declare module 'fastify' {
  interface FastifyRequest {
    /** Why the caller may not go on; null when it may. */
    refusal: Problem | null;
  }
}

/**
 * Finds out who calls, and whether the route lets them in; `refuseCallers` sends away whom it does not. In hooks of the
 * web server, before a body is read: guards come later and cost more than the whole check.
 */
export function identifyCallers(server: FastifyInstance, authenticator: Authenticator, context: ActionContext): void {
  server.decorateRequest('principal', null);
  server.decorateRequest('refusal', null);
  server.addHook('onRequest', (request, _reply, done) => {
    const rule = accessRuleOf(request);
    if (rule?.required === 'public') return done();
    const credentials = credentialsOf(request.headers);
    if (!credentials || credentials === 'unreadable') {
      request.refusal = credentials ? REFUSED_CREDENTIALS : UNAUTHENTICATED;
      return done();
    }
    const goOn = (principal: Principal | null): void => {
      request.principal = principal;
      request.refusal = refusalOf(request, principal);
      if (principal) context.run({ ...context.current, actor: principal.actor }, done);
      else done();
    };
    const answer = authenticator.authenticate(credentials);
    // Most answers are there at once; waiting for those all the same would cost each request a turn.
    if (answer === null || !('then' in answer)) return goOn(answer);
    answer.then(goOn, done);
  });
}

function refusalOf(request: FastifyRequest, principal: Principal | null): Problem | null {
  if (!principal) return REFUSED_CREDENTIALS;
  const rule = accessRuleOf(request);
  return rule && isAdmitted(rule, principal) ? null : FORBIDDEN;
}
