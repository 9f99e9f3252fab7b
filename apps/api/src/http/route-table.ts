import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problem';

interface Route {
  readonly pattern: RegExp;
  readonly methods: readonly string[];
}

/** Knows every route, to tell a wrong method from a wrong path. */
export class RouteTable {
  private readonly routes: Route[] = [];

  constructor(server: FastifyInstance) {
    server.addHook('onRoute', ({ url, method }) => {
      const pattern = new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[^/]+/g, '[^/]+')}$`);
      this.routes.push({ pattern, methods: [method].flat() });
    });
  }

  /** Why no route took the request; sets `Allow` where another method would do. */
  missing(request: FastifyRequest, reply: FastifyReply): Problem {
    const path = request.url.split('?', 1)[0]!;
    const methods = this.routes.filter(({ pattern }) => pattern.test(path)).flatMap((route) => route.methods);
    if (methods.length === 0)
      return { status: 404, code: 'PATH_NOT_FOUND', detail: 'There is nothing at this address.' };
    void reply.header('Allow', [...new Set(methods)].sort().join(', '));
    return { status: 405, code: 'METHOD_NOT_ALLOWED', detail: `${request.method} is not possible at this address.` };
  }
}
