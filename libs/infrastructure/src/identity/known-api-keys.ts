import { Injectable } from '@nestjs/common';
import { ApiKeySecrets } from '@fleet/application/identity/api-key-secrets';
import { Principal } from '@fleet/application/identity/principal';
import { CommittedEvents } from '@fleet/application/shared/committed-events';
import { Permission } from '@fleet/domain/identity/permissions';
import { Clock } from '@fleet/domain/shared/clock';
import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { Siblings } from '@fleet/infrastructure/shared/siblings/siblings';
import { ApiKeyUse } from './api-key-use';
import { keyPrincipal } from './principals';
import { ShortMemory } from './short-memory';

const SELECT = `SELECT Id AS "id", Scopes AS "scopes", ExpiresAt AS "expiresAt" FROM ApiKeys
  WHERE KeyHash = ? AND RevokedAt IS NULL`;

interface KeyRow {
  readonly id: string;
  readonly scopes: string;
  readonly expiresAt: string | null;
}

interface KnownKey {
  readonly holder: Principal;
  /** Milliseconds. */
  readonly expiresAt: number;
}

/**
 * Whose the API keys are that are good. What is revoked here is known here, and to those that share the port, at once,
 * elsewhere within seconds.
 */
@Injectable()
export class KnownApiKeys {
  private readonly memory = new ShortMemory((hash) => this.load(hash));

  constructor(
    private readonly secrets: ApiKeySecrets,
    private readonly primary: PrimaryDatabase,
    private readonly clock: Clock,
    private readonly use: ApiKeyUse,
    events: CommittedEvents,
    siblings: Siblings,
  ) {
    const forget = (ids: readonly string[]) => this.memory.forgetAll(({ holder }) => ids.includes(holder.id));
    siblings.hear<string[]>('api-keys/changed', async (ids) => forget(ids));
    events.subscribe(async (committed) => {
      const ids = committed.filter(({ stream }) => stream === 'ApiKey').map(({ streamId }) => streamId);
      if (ids.length === 0) return;
      forget(ids);
      await siblings.tell('api-keys/changed', ids);
    });
  }

  /** Null for what is no key, or none that is good now. At once when it is known. */
  holderOf(key: string): Principal | null | Promise<Principal | null> {
    const hash = this.secrets.hashOf(key);
    if (hash === null) return null;
    const known = this.memory.get(hash);
    return known instanceof Promise ? known.then((found) => this.unlessExpired(found)) : this.unlessExpired(known);
  }

  private unlessExpired(key: KnownKey | null): Principal | null {
    const now = this.clock.now();
    if (!key || key.expiresAt <= now.getTime()) return null;
    this.use.note(key.holder.id, now);
    return key.holder;
  }

  private async load(hash: string): Promise<KnownKey | null> {
    const [row] = await this.primary.query<KeyRow>(SELECT, [hash]);
    if (!row) return null;
    const holder = keyPrincipal(row.id, JSON.parse(row.scopes) as Permission[]);
    return { holder, expiresAt: row.expiresAt === null ? Infinity : Date.parse(row.expiresAt) };
  }
}
