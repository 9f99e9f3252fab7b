import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { REFUSED_CREDENTIALS, UNAUTHENTICATED } from '@fleet/api/http/access/access-problems';
import { AccessRule } from '@fleet/api/http/access/access';
import { HttpProblemError } from '@fleet/api/http/http-problem.error';

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

/** Shows the metrics at `/metrics` to whoever brings the token. */
export function serveMetrics(server: FastifyInstance, token: string, page: MetricsPage): void {
  const expected = digest(`Bearer ${token}`);
  server.get('/metrics', { config: CONFIG }, async ({ headers: { authorization } }, reply) => {
    if (authorization === undefined) throw new HttpProblemError(UNAUTHENTICATED);
    if (!timingSafeEqual(digest(authorization), expected)) throw new HttpProblemError(REFUSED_CREDENTIALS);
    void reply.headers({ 'Content-Type': page.contentType, 'Cache-Control': 'no-store' });
    return page.metrics();
  });
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
