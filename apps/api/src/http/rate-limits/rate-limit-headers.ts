import { Quota, RateLimitedError } from '@fleet/application/shared/rate-limiter';
import { Problem } from '@fleet/api/http/problem';

/** What a client may do and still do, as draft-ietf-httpapi-ratelimit-headers-11 writes it. */
export function rateLimitHeaders(policy: string, quota: Quota): Record<string, string> {
  return {
    'RateLimit-Policy': `"${policy}";q=${quota.limit};w=${quota.seconds}`,
    RateLimit: `"${policy}";r=${quota.remaining};t=${quota.resetSeconds}`,
  };
}

export function rateLimited({ code, message, policy, quota }: RateLimitedError): Problem {
  const headers = { 'Retry-After': String(quota.resetSeconds), ...rateLimitHeaders(policy, quota) };
  return { status: 429, code, detail: message, headers };
}
