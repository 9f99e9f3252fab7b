import { randomUUID } from 'node:crypto';
import { ApiKey, ApiKeySnapshot } from '@fleet/domain/identity/api-key';
import { Permission } from '@fleet/domain/identity/permissions';
import { EARLIER } from './moments';

/** A stored API key that never expires, with an id and a hash of its own; `create()` makes a new one instead. */
export class ApiKeyBuilder {
  private readonly fields: ApiKeySnapshot;

  constructor() {
    const id = randomUUID();
    this.fields = {
      id,
      name: 'Route planner',
      scopes: ['vehicles:read', 'trips:start'],
      expiresAt: null,
      prefix: 'fm_live_Ab1-',
      keyHash: id,
      createdBy: randomUUID(),
      revokedAt: null,
      version: 1,
      createdAt: EARLIER,
      updatedAt: EARLIER,
    };
  }

  withId(id: string): this {
    return this.with({ id });
  }

  withName(name: string): this {
    return this.with({ name });
  }

  withScopes(...scopes: Permission[]): this {
    return this.with({ scopes });
  }

  createdBy(createdBy: string): this {
    return this.with({ createdBy });
  }

  expiringAt(expiresAt: Date): this {
    return this.with({ expiresAt });
  }

  revokedAt(revokedAt: Date): this {
    return this.with({ revokedAt, version: 2 });
  }

  snapshot(): ApiKeySnapshot {
    return { ...this.fields };
  }

  /** As a repository gives it back: nothing has happened to it yet. */
  build(): ApiKey {
    return ApiKey.restore(this.snapshot());
  }

  /** A new one with its ApiKeyCreated event. */
  create(now = EARLIER): ApiKey {
    const { id, name, scopes, expiresAt, prefix, keyHash, createdBy } = this.fields;
    return ApiKey.create({ id, name, scopes, expiresAt, prefix, keyHash, createdBy }, now);
  }

  private with(changes: Partial<ApiKeySnapshot>): this {
    Object.assign(this.fields, changes);
    return this;
  }
}
