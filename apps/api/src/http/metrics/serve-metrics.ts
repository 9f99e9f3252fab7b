import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { REFUSED_CREDENTIALS, UNAUTHENTICATED } from '@fleet/api/http/access/access-problems';
import { AccessRule } from '@fleet/api/http/access/access';
import { HttpProblemError } from '@fleet/api/http/http-problem.error';
import { lettingIn } from '@fleet/api/http/overload/let-in';

/** The metrics of the process, as Prometheus reads them. */
export interface MetricsPage {
  readonly contentType: string;
  metrics(): Promise<string>;
}

/** It has a token of its own, and whoever watches over the process must not be refused for asking too often. */
const CONFIG: { access: AccessRule; uncounted: true } = {
  access: { required: 'public', ownOnly: false },
  uncounted: true,
};

/** Shows the metrics at `/metrics` to whoever brings the token, in an overload too: that is when they are looked at. */
export function serveMetrics(server: FastifyInstance, token: string, page: MetricsPage): void {
  const expected = digest(`Bearer ${token}`);
  const bringsToken = ({ headers: { authorization } }: FastifyRequest) =>
    authorization !== undefined && timingSafeEqual(digest(authorization), expected);
  server.get('/metrics', { config: { ...CONFIG, ...lettingIn(bringsToken) } }, async (request, reply) => {
    if (request.headers.authorization === undefined) throw new HttpProblemError(UNAUTHENTICATED);
    if (!bringsToken(request)) throw new HttpProblemError(REFUSED_CREDENTIALS);
    void reply.headers({ 'Content-Type': page.contentType, 'Cache-Control': 'no-store' });
    return page.metrics();
  });
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
