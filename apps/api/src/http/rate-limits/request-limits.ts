import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { clientNetwork } from '@fleet/application/shared/client-network';
import { Quota, RateLimitedError, RateLimiter } from '@fleet/application/shared/rate-limiter';
import { rateLimitHeaders } from './rate-limit-headers';
import { isCounted } from './uncounted';

const POLICY = 'default';

/** Counts requests by who calls, or by the client's address when nobody is signed in. */
export class RequestLimits {
  private limiter: RateLimiter | undefined;

  /** Counts what the hooks that were added before let through: they have found out who calls. */
  install(server: FastifyInstance, limiter: RateLimiter): void {
    this.limiter = limiter;
    server.addHook('onRequest', (request, reply, done) => {
      if (isCounted(request)) this.count(request, reply, done);
      else done();
    });
  }

  /**
   * For whoever refuses a request before the hook of {@link install} comes to it: what is refused is counted as well.
   * @param done is given a RateLimitedError when it was one too many; called at once where nobody else has to be asked,
   * because a promise that is there already would cost each request a turn
   */
  count(request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void {
    const quota = this.limiter?.consume(callerKey(request));
    if (quota instanceof Promise) quota.then((counted) => done(refusalOf(counted, reply)), done);
    else done(refusalOf(quota, reply));
  }
}

/** Tells the caller where it stands. */
function refusalOf(quota: Quota | null | undefined, reply: FastifyReply): RateLimitedError | undefined {
  if (!quota) return undefined;
  if (!quota.allowed) return new RateLimitedError(POLICY, quota);
  void reply.headers(rateLimitHeaders(POLICY, quota));
  return undefined;
}

/** What stands for whoever calls: an account or an API key, or the client's network when nobody is signed in. */
export function callerKey({ principal, ip }: FastifyRequest): string {
  return principal?.actor ?? `address:${clientNetwork(ip)}`;
}
