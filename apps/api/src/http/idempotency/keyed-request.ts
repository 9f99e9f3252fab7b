import type { FastifyRequest } from 'fastify';
import { Principal } from '@fleet/application/identity/principal';
import { KeyedRequest } from '@fleet/application/shared/idempotency/idempotency-keys';
import { callerOf } from '@fleet/api/http/access/caller';

/** Whose key it is, and all that the request asks for: method, address with its query, and body. */
export function keyedRequest(request: FastifyRequest, key: string): KeyedRequest {
  return {
    scope: scopeOf(callerOf(request)),
    key,
    content: `${request.method} ${request.url}\n${canonicalJson(request.body)}`,
  };
}

/** Who calls, and as what: an answer that was given to a manager is not one for the driver whom the manager has become. */
function scopeOf({ actor, role, limitedTo }: Principal): string {
  return [actor, role ?? 'key', limitedTo ?? 'all'].join(' ');
}

/** The same text for the same value, in whatever order its fields came; nothing for no body at all. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (isObject(inner) ? withSortedFields(inner) : inner)) ?? '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withSortedFields(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
