import { AggregateRoot } from '@fleet/domain/shared/aggregate-root';
import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { ApiKeyId } from './api-key-id';
import { ApiKeyEvents } from './api-key.events';
import { Permission, SCOPES } from './permissions';
import { UserId } from './user-id';

export const API_KEY_NAME_MAX_LENGTH = 100;

/** What a person may say about a new key. */
export interface ApiKeyDetails {
  name: string;
  scopes: Permission[];
  /** Null for a key that never expires. */
  expiresAt: Date | null;
}

/** The whole state of a key. */
export interface ApiKeySnapshot extends ApiKeyDetails {
  id: ApiKeyId;
  /** What the key begins with, for people to tell keys apart. */
  prefix: string;
  keyHash: string;
  createdBy: UserId;
  revokedAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

type ApiKeyState = Omit<ApiKeySnapshot, 'id' | 'version'>;
type Creation = ApiKeyDetails & Pick<ApiKeySnapshot, 'id' | 'prefix' | 'keyHash' | 'createdBy'>;

/** What a service shows of itself instead of signing in. It may do what its scopes name, and that never changes. */
export class ApiKey extends AggregateRoot {
  private constructor(
    id: ApiKeyId,
    storedVersion: number,
    private state: ApiKeyState,
  ) {
    super('ApiKey', id, storedVersion);
  }

  /** @throws InvalidFieldsError with every field that is at fault */
  static create({ id, prefix, keyHash, createdBy, ...details }: Creation, now: Date): ApiKey {
    const { name, scopes, expiresAt } = checkDetails(details, now);
    const stamps = { revokedAt: null, createdAt: now, updatedAt: now };
    const key = new ApiKey(id, 0, { name, scopes, expiresAt, prefix, keyHash, createdBy, ...stamps });
    const payload = { name, scopes, expiresAt: expiresAt && expiresAt.toISOString(), prefix };
    key.record('ApiKeyCreated', now, payload satisfies ApiKeyEvents['ApiKeyCreated']);
    return key;
  }

  /** Rebuilds a stored key. Checks nothing. */
  static restore({ id, version, ...state }: ApiKeySnapshot): ApiKey {
    return new ApiKey(id, version, state);
  }

  snapshot(): ApiKeySnapshot {
    return { id: this.id, ...this.state, version: this.version };
  }

  /** Ends it for good. Changes nothing the second time. */
  revoke(now: Date): void {
    if (this.state.revokedAt) return;
    const before = this.state;
    this.state = { ...before, revokedAt: now, updatedAt: now };
    const payload = { revokedAt: now.toISOString() } satisfies ApiKeyEvents['ApiKeyRevoked'];
    this.record('ApiKeyRevoked', now, payload, before);
  }
}

function checkDetails({ name, scopes, expiresAt }: ApiKeyDetails, now: Date): ApiKeyDetails {
  const checks = new FieldChecks();
  if (scopes.length === 0) checks.fault('scopes', 'must name at least one permission');
  else if (new Set(scopes).size < scopes.length) checks.fault('scopes', 'must name each permission once');
  else if (!scopes.every((scope) => (SCOPES as readonly Permission[]).includes(scope)))
    checks.fault('scopes', 'must be permissions for keys');
  if (expiresAt && !(expiresAt.getTime() > now.getTime())) checks.fault('expiresAt', 'must be in the future');
  const checked = { name: checks.text('name', name, API_KEY_NAME_MAX_LENGTH), scopes, expiresAt };
  checks.done();
  return checked;
}
