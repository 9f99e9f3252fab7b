import { Injectable } from '@nestjs/common';
import { Clock } from '@fleet/domain/shared/clock';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { SessionTokens } from './session-tokens';
import { RememberedSessions, Sessions } from './sessions';

/** Ends the session of a refresh token. One that is none, or none any more, changes nothing. */
@Injectable()
export class SignOut {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly tokens: SessionTokens,
    private readonly remembered: RememberedSessions,
    private readonly clock: Clock,
  ) {}

  async execute(refreshToken: string): Promise<void> {
    const hash = this.tokens.hashOf(refreshToken);
    if (hash === null) return;
    const token = await this.unitOfWork.run(async () => {
      const found = await this.sessions.findToken(hash);
      if (found) await this.sessions.end(found.sessionId, this.clock.now());
      return found;
    });
    if (token) await this.remembered.forget(token.sessionId);
  }
}
