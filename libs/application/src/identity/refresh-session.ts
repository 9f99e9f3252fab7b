import { Injectable } from '@nestjs/common';
import { User } from '@fleet/domain/identity/user';
import { UserRepository } from '@fleet/domain/identity/user.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { InvalidRefreshTokenError } from './identity.errors';
import { REUSE_GRACE_MS } from './session-rules';
import { SessionShape } from './session-shape';
import { SessionTokens } from './session-tokens';
import { RememberedSessions, Sessions } from './sessions';
import { SignedInView } from './signed-in.view';

/** What became of a session whose token was shown. */
interface Outcome {
  readonly sessionId: string;
  /** Null when the token was shown too late, which has ended the session. */
  readonly user: User | null;
}

/**
 * Changes a refresh token for the next one. Its successor is worked out from it, so that simultaneous changes give the
 * same one. A token that comes again later is in two hands, and nobody knows whose are the right ones: the session ends.
 */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly users: UserRepository,
    private readonly tokens: SessionTokens,
    private readonly shape: SessionShape,
    private readonly remembered: RememberedSessions,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidRefreshTokenError */
  async execute(refreshToken: string): Promise<SignedInView> {
    const hash = this.tokens.hashOf(refreshToken);
    if (hash === null) throw new InvalidRefreshTokenError();
    const successor = this.tokens.refreshTokenAfter(refreshToken);
    const outcome = await this.unitOfWork.run(() => this.change(hash, successor));
    if (!outcome) throw new InvalidRefreshTokenError();
    const { sessionId, user } = outcome;
    if (user) return this.shape.view(user, sessionId, successor);
    // Thrown here and not inside: that the session has ended is committed.
    await this.remembered.forget(sessionId);
    throw new InvalidRefreshTokenError();
  }

  private async change(hash: string, successor: string): Promise<Outcome | null> {
    const now = this.clock.now();
    const token = await this.sessions.findToken(hash);
    if (!token || token.sessionEndedAt || token.expiresAt.getTime() <= now.getTime()) return null;
    const user = await this.users.find(token.userId);
    if (!user?.snapshot().active) return null;
    const { sessionId } = token;
    if (token.usedAt === null && (await this.sessions.useToken(hash, now))) {
      await this.sessions.addToken(this.shape.stored(successor, sessionId, now));
      return { sessionId, user };
    }
    // Somebody was faster, perhaps only since the first look.
    const usedAt = token.usedAt ?? (await this.sessions.findToken(hash))?.usedAt;
    if (usedAt && now.getTime() - usedAt.getTime() <= REUSE_GRACE_MS) return { sessionId, user };
    await this.sessions.end(sessionId, now);
    return { sessionId, user: null };
  }
}
