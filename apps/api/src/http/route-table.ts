import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HttpProblemError } from './http-problem.error';
import { Problem } from './problem';
import { RequestLimits } from './rate-limits/request-limits';

interface Route {
  readonly pattern: RegExp;
  readonly methods: readonly string[];
}

/** Knows every route, to tell a wrong method from a wrong path. */
export class RouteTable {
  private readonly fixed = new Map<string, string[]>();
  private readonly patterns: Route[] = [];

  constructor(server: FastifyInstance, limits: RequestLimits) {
    server.addHook('onRoute', ({ url, method }) => this.add(url, [method].flat()));
    server.addHook('onRequest', (request, reply, done) => {
      // `GET /api/trips/start` asks for no trip whose id is "start".
      const mistaken = request.routeOptions.url?.includes(':') && this.fixed.has(pathOf(request));
      if (!request.is404 && !mistaken) return done();
      // Before anybody looks at the body: what is wrong with that does not matter here.
      limits.count(request, reply, (refusal) => done(refusal ?? new HttpProblemError(this.missing(request, reply))));
    });
  }

  /** Why no route takes the request; sets `Allow` where another method would do. */
  missing(request: FastifyRequest, reply: FastifyReply): Problem {
    const methods = this.methodsAt(pathOf(request));
    if (methods.length === 0)
      return { status: 404, code: 'PATH_NOT_FOUND', detail: 'There is nothing at this address.' };
    void reply.header('Allow', [...new Set(methods)].sort().join(', '));
    return { status: 405, code: 'METHOD_NOT_ALLOWED', detail: `${request.method} is not possible at this address.` };
  }

  private add(url: string, methods: string[]): void {
    if (!url.includes(':')) {
      this.fixed.set(url, [...(this.fixed.get(url) ?? []), ...methods]);
      return;
    }
    const pattern = url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[^/]+/g, '[^/]+');
    this.patterns.push({ pattern: new RegExp(`^${pattern}$`), methods });
  }

  private methodsAt(path: string): readonly string[] {
    return (
      this.fixed.get(path) ??
      this.patterns.filter(({ pattern }) => pattern.test(path)).flatMap((route) => route.methods)
    );
  }
}

/** Decoded, as the router has it, which has refused what cannot be decoded. */
function pathOf({ url }: FastifyRequest): string {
  const query = url.indexOf('?');
  const path = query === -1 ? url : url.slice(0, query);
  return path.includes('%') ? decodeURI(path) : path;
}
