import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Principal } from '@fleet/application/identity/principal';
import { KeyedRequest } from '@fleet/application/shared/idempotency/idempotency-keys';
import { Upload } from '@fleet/application/shared/uploads/uploaded-files';
import { callerOf } from '@fleet/api/http/access/caller';
import { uploadsOf } from '@fleet/api/http/forms/uploads';

/** Whose key it is, and all that the request asks for: method, address with its query, body, and files of a form. */
export function keyedRequest(request: FastifyRequest, key: string): KeyedRequest {
  return {
    scope: scopeOf(callerOf(request)),
    key,
    content: `${request.method} ${request.url}\n${canonicalJson(request.body)}${canonicalFiles(uploadsOf(request))}`,
  };
}

/** A line a file. The files of one field stay in their order, which may mean something; those of others do not count. */
function canonicalFiles(uploads: readonly Upload[]): string {
  const inOrder = [...uploads].sort((a, b) => (a.field === b.field ? 0 : a.field < b.field ? -1 : 1));
  return inOrder
    .map(({ field, content }) => `\n${field} ${createHash('sha256').update(content).digest('hex')}`)
    .join('');
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
