import { ApiKey } from '@fleet/domain/identity/api-key';
import { Permission } from '@fleet/domain/identity/permissions';

/** An API key as administrators see it, without the key. Instants are ISO 8601 in UTC. */
export interface ApiKeyView {
  readonly id: string;
  readonly name: string;
  /** What the key begins with. */
  readonly prefix: string;
  readonly scopes: readonly Permission[];
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** To the minute or so; null while it was never used. */
  readonly lastUsedAt: string | null;
  /** The id of the user who made it. */
  readonly createdBy: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** The one time that the key itself is shown. */
export interface NewApiKeyView extends ApiKeyView {
  readonly key: string;
}

/** Of a key that was never used. */
export function newApiKeyView(created: ApiKey, key: string): NewApiKeyView {
  const { id, name, prefix, scopes, createdBy, version, ...stamps } = created.snapshot();
  return {
    id,
    name,
    prefix,
    scopes,
    expiresAt: stamps.expiresAt && stamps.expiresAt.toISOString(),
    revokedAt: null,
    lastUsedAt: null,
    createdBy,
    version,
    createdAt: stamps.createdAt.toISOString(),
    updatedAt: stamps.updatedAt.toISOString(),
    key,
  };
}
