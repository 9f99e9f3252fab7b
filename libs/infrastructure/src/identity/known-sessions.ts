import { Injectable } from '@nestjs/common';
import { Principal } from '@fleet/application/identity/principal';
import { RememberedSessions } from '@fleet/application/identity/sessions';
import { CommittedEvents } from '@fleet/application/shared/committed-events';
import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { SessionRow, userPrincipal } from './principals';
import { ShortMemory } from './short-memory';

const SELECT = `SELECT Users.Id AS "userId", Users.Role AS "role",
  Users.DriverId AS "driverId" FROM Sessions JOIN Users ON Users.Id = Sessions.UserId
  WHERE Sessions.Id = ? AND Sessions.EndedAt IS NULL AND Users.Active = ?`;

/** Who the users of the sessions are that go on. What ends here is known here at once, elsewhere within seconds. */
@Injectable()
export class KnownSessions extends RememberedSessions {
  private readonly memory = new ShortMemory((id) => this.load(id));

  constructor(
    private readonly primary: PrimaryDatabase,
    events: CommittedEvents,
  ) {
    super();
    events.subscribe(async (committed) => {
      const changed = new Set(committed.filter(({ stream }) => stream === 'User').map(({ streamId }) => streamId));
      if (changed.size > 0) this.memory.forgetAll(({ id }) => changed.has(id));
    });
  }

  /** Null for a session that has ended. At once when it is known. */
  userOf(sessionId: string): Principal | null | Promise<Principal | null> {
    return this.memory.get(sessionId);
  }

  forget(sessionId: string): void {
    this.memory.forget(sessionId);
  }

  private async load(id: string): Promise<Principal | null> {
    const [row] = await this.primary.query<SessionRow>(SELECT, [id, true]);
    return row ? userPrincipal(row) : null;
  }
}
