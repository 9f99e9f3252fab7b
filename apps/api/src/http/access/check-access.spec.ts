import { AsyncLocalStorage } from 'node:async_hooks';
import fastify, { FastifyInstance, InjectOptions } from 'fastify';
import { Authenticator, Credentials } from '@fleet/application/identity/authenticator';
import { Principal } from '@fleet/application/identity/principal';
import { Action, ActionContext } from '@fleet/application/shared/action-context';
import { UnavailableError } from '@fleet/application/shared/application-error';
import { HttpProblemError } from '@fleet/api/http/http-problem.error';
import { aKey, aUser } from '@fleet/tests/builders/principals';
import { RequiredAccess } from './access';
import { checkAccess } from './check-access';

const KNOWN: Record<string, Principal> = {
  admin: aUser('Admin'),
  driver: aUser('Driver', 'd'),
  key: aKey('trips:read'),
};

/** Knows tokens by their names, and keys one turn later; notes what it is asked. */
class NamedCallers extends Authenticator {
  readonly asked: Credentials[] = [];

  authenticate(credentials: Credentials): Principal | null | Promise<Principal | null> {
    this.asked.push(credentials);
    if ('accessToken' in credentials) return KNOWN[credentials.accessToken] ?? null;
    if (credentials.apiKey === 'away') return Promise.reject(new UnavailableError('The database is away.'));
    return Promise.resolve(KNOWN[credentials.apiKey] ?? null);
  }
}

class FollowedActions extends ActionContext {
  private readonly storage = new AsyncLocalStorage<Action>();

  get current(): Action {
    return this.storage.getStore()!;
  }

  run<T>(action: Action, work: () => T): T {
    return this.storage.run(action, work);
  }
}

const CHALLENGE = 'Bearer realm="FleetManager"';
const INVALID = `${CHALLENGE}, error="invalid_token"`;

let server: FastifyInstance;
let callers: NamedCallers;
let handled: unknown[];

function route(path: string, required: RequiredAccess, ownOnly = false): void {
  server.get(path, { config: { access: { required, ownOnly } } }, (request) => {
    handled.push(request.principal);
    return { actor: context.current.actor, correlationId: context.current.correlationId };
  });
}

const context = new FollowedActions();

beforeEach(() => {
  server = fastify();
  callers = new NamedCallers();
  handled = [];
  server.addHook('onRequest', (_request, _reply, done) => {
    context.run({ actor: 'system', correlationId: 'request-1' }, done);
  });
  server.setErrorHandler((error, _request, reply) => {
    const problem = error instanceof HttpProblemError ? error.problem : { status: 500, code: 'UNKNOWN', headers: {} };
    return reply
      .code(problem.status)
      .headers({ ...problem.headers })
      .send({ code: problem.code });
  });
  checkAccess(server, callers, context);
  route('/public', 'public');
  route('/all', 'trips:read');
  route('/own', 'trips:read', true);
  route('/users', 'users:manage');
  route('/me', 'signed-in');
});
afterEach(() => server.close());

async function get(url: string, headers: InjectOptions['headers'] = {}) {
  const { statusCode, headers: sent, body } = await server.inject({ url, headers });
  return { status: statusCode, challenge: sent['www-authenticate'], ...(JSON.parse(body) as Record<string, string>) };
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('a route that does not say who may call it', () => {
  it.each(['GET', 'POST'] as const)('keeps the application from starting: %s', (method) => {
    expect(() => server.route({ method, url: '/forgotten', handler: () => '' })).toThrow(
      `${method} /forgotten does not say who may call it: it needs @Access(…).`,
    );
  });

  it('is refused to everybody when it was there before', async () => {
    const early = fastify();
    early.get('/early', () => '');
    checkAccess(early, callers, context);
    for (const headers of [{}, bearer('admin')]) {
      expect((await early.inject({ url: '/early', headers })).body).toContain('you may not do this');
    }
    await early.close();
  });
});

describe('a public route', () => {
  it('asks nobody, whatever is sent', async () => {
    expect(await get('/public', { ...bearer('nobody'), 'x-api-key': 'away' })).toMatchObject({ actor: 'system' });
    expect([callers.asked, handled]).toEqual([[], [null]]);
  });
});

describe('a caller who is known', () => {
  it.each([
    ['a token', bearer('admin'), 'user:a-admin'],
    ['a token, whatever the case of the scheme', { authorization: 'bEARER  admin' }, 'user:a-admin'],
    ['a key, which is looked up', { 'x-api-key': 'key' }, 'key:a-key'],
  ])('by %s acts from then on', async (_, headers, actor) => {
    expect(await get('/all', headers)).toMatchObject({ status: 200, actor, correlationId: 'request-1' });
    expect(handled).toEqual([expect.objectContaining({ actor })]);
  });

  it('leaves no trace in the next request', async () => {
    await get('/all', bearer('admin'));
    expect(await get('/public')).toMatchObject({ actor: 'system' });
  });

  it('is asked for on HEAD as well', async () => {
    expect((await server.inject({ method: 'HEAD', url: '/all' })).statusCode).toBe(401);
    expect((await server.inject({ method: 'HEAD', url: '/all', headers: bearer('admin') })).statusCode).toBe(200);
  });
});

describe('a caller who is not known', () => {
  it('is told how to sign in', async () => {
    expect(await get('/all')).toEqual({ status: 401, challenge: CHALLENGE, code: 'UNAUTHENTICATED' });
    expect(callers.asked).toEqual([]);
  });

  it.each([
    ['an unknown token', bearer('nobody')],
    ['an unknown key', { 'x-api-key': 'nobody' }],
    ['an empty key', { 'x-api-key': '' }],
    ['another scheme', { authorization: 'Basic YWRtaW46YWRtaW4=' }],
    ['a scheme without a token', { authorization: 'Bearer' }],
    ['two tokens', { authorization: 'Bearer admin driver' }],
    ['a token without a scheme', { authorization: 'admin' }],
    ['nothing at all in the header', { authorization: '' }],
    ['a token and a key, good ones both', { ...bearer('admin'), 'x-api-key': 'key' }],
  ])('is refused with %s', async (_, headers) => {
    expect(await get('/all', headers)).toEqual({ status: 401, challenge: INVALID, code: 'UNAUTHENTICATED' });
    expect(handled).toEqual([]);
  });

  it('is not taken for unknown while nobody can look: the request fails', async () => {
    expect(await get('/all', { 'x-api-key': 'away' })).toMatchObject({ status: 500 });
    expect(handled).toEqual([]);
  });
});

describe('a caller who may not', () => {
  it.each([
    ['lacks the permission', '/users', bearer('driver')],
    ['has a key without the scope', '/users', { 'x-api-key': 'key' }],
    ['has a key where a user must be signed in', '/me', { 'x-api-key': 'key' }],
    ['may have the own only, where that is not looked at', '/all', bearer('driver')],
  ])('%s', async (_, url, headers) => {
    expect(await get(url, headers)).toEqual({ status: 403, challenge: undefined, code: 'FORBIDDEN' });
    expect(handled).toEqual([]);
  });

  it('may where the own is looked at', async () => {
    expect(await get('/own', bearer('driver'))).toMatchObject({ status: 200, actor: 'user:a-driver' });
  });
});
