import { Injectable } from '@nestjs/common';
import { Principal } from '@fleet/application/identity/principal';
import { RememberedSessions } from '@fleet/application/identity/sessions';
import { CommittedEvents } from '@fleet/application/shared/committed-events';
import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { Siblings } from '@fleet/infrastructure/shared/siblings/siblings';
import { SessionRow, userPrincipal } from './principals';
import { ShortMemory } from './short-memory';

const SELECT = `SELECT Users.Id AS "userId", Users.Role AS "role",
  Users.DriverId AS "driverId" FROM Sessions JOIN Users ON Users.Id = Sessions.UserId
  WHERE Sessions.Id = ? AND Sessions.EndedAt IS NULL AND Users.Active = ?`;

/** What has changed or ended. */
interface Changed {
  readonly sessionId?: string;
  readonly userIds?: readonly string[];
}

/**
 * Who the users of the sessions are that go on. What ends here is known here, and to those that share the port, at
 * once, elsewhere within seconds.
 */
@Injectable()
export class KnownSessions extends RememberedSessions {
  private readonly memory = new ShortMemory((id) => this.load(id));

  constructor(
    private readonly primary: PrimaryDatabase,
    events: CommittedEvents,
    private readonly siblings: Siblings,
  ) {
    super();
    siblings.hear<Changed>('sessions/changed', async (changed) => this.forgetHere(changed));
    events.subscribe(async (committed) => {
      const userIds = committed.filter(({ stream }) => stream === 'User').map(({ streamId }) => streamId);
      if (userIds.length > 0) await this.forgetEverywhere({ userIds });
    });
  }

  /** Null for a session that has ended. At once when it is known. */
  userOf(sessionId: string): Principal | null | Promise<Principal | null> {
    return this.memory.get(sessionId);
  }

  forget(sessionId: string): Promise<void> {
    return this.forgetEverywhere({ sessionId });
  }

  private async forgetEverywhere(changed: Changed): Promise<void> {
    this.forgetHere(changed);
    await this.siblings.tell('sessions/changed', changed);
  }

  private forgetHere({ sessionId, userIds }: Changed): void {
    if (sessionId !== undefined) this.memory.forget(sessionId);
    if (userIds) this.memory.forgetAll(({ id }) => userIds.includes(id));
  }

  private async load(id: string): Promise<Principal | null> {
    const [row] = await this.primary.query<SessionRow>(SELECT, [id, true]);
    return row ? userPrincipal(row) : null;
  }
}
