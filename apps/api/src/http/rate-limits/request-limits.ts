import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { clientNetwork } from '@fleet/application/shared/client-network';
import { RateLimitedError, RateLimiter } from '@fleet/application/shared/rate-limiter';
import { rateLimitHeaders } from './rate-limit-headers';
import { isCounted } from './uncounted';

const POLICY = 'default';

/** Counts requests by who calls, or by the client's address when nobody is signed in. */
export class RequestLimits {
  private limiter: RateLimiter | undefined;

  /** Counts what the hooks that were added before let through: they have found out who calls. */
  install(server: FastifyInstance, limiter: RateLimiter): void {
    this.limiter = limiter;
    server.addHook('onRequest', async (request, reply) => {
      if (isCounted(request)) await this.count(request, reply);
    });
  }

  /**
   * For whoever refuses a request before the hook of {@link install} comes to it: what is refused is counted as well.
   * @throws RateLimitedError
   */
  async count(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const quota = await this.limiter?.consume(callerOf(request));
    if (!quota) return;
    if (!quota.allowed) throw new RateLimitedError(POLICY, quota);
    void reply.headers(rateLimitHeaders(POLICY, quota));
  }
}

function callerOf({ principal, ip }: FastifyRequest): string {
  return principal?.actor ?? `address:${clientNetwork(ip)}`;
}
