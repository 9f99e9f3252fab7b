import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Authenticator } from '@fleet/application/identity/authenticator';
import { Principal } from '@fleet/application/identity/principal';
import { ActionContext } from '@fleet/application/shared/action-context';
import { HttpProblemError } from '@fleet/api/http/http-problem.error';
import { AccessRule } from './access';
import { FORBIDDEN, REFUSED_CREDENTIALS, UNAUTHENTICATED } from './access-problems';
import { isAdmitted } from './admission';
import { credentialsOf } from './credentials';

interface AccessConfig {
  readonly access?: AccessRule;
}

type Done = (error?: Error) => void;

/**
 * Lets nobody in of whom the route does not say so, and takes no route that says nothing. Before routes are added: one
 * that was there already is refused to everybody. In hooks of the web server, before a body is read; guards come later
 * and cost more than the whole check.
 */
export function checkAccess(server: FastifyInstance, authenticator: Authenticator, context: ActionContext): void {
  server.decorateRequest('principal', null);
  server.addHook('onRoute', ({ config, method, url }) => {
    const { access }: AccessConfig = config ?? {};
    if (access) return;
    throw new Error(`${[method].flat().join(', ')} ${url} does not say who may call it: it needs @Access(…).`);
  });

  const admit = (rule: AccessRule, principal: Principal | null, request: FastifyRequest, done: Done): void => {
    if (!principal) return done(new HttpProblemError(REFUSED_CREDENTIALS));
    // Before it is refused: the log tells who was.
    request.principal = principal;
    if (!isAdmitted(rule, principal)) return done(new HttpProblemError(FORBIDDEN));
    context.run({ ...context.current, actor: principal.actor }, done);
  };

  server.addHook('onRequest', (request, _reply, done) => {
    const { access } = request.routeOptions.config as AccessConfig;
    if (!access) return done(new HttpProblemError(FORBIDDEN));
    if (access.required === 'public') return done();
    const credentials = credentialsOf(request.headers);
    if (!credentials) return done(new HttpProblemError(UNAUTHENTICATED));
    if (credentials === 'unreadable') return admit(access, null, request, done);
    const answer = authenticator.authenticate(credentials);
    // Most answers are there at once; waiting for those all the same would cost each request a turn.
    if (answer === null || !('then' in answer)) return admit(access, answer, request, done);
    answer.then((principal) => admit(access, principal, request, done), done);
  });
}
