import { Injectable } from '@nestjs/common';
import { User } from '@fleet/domain/identity/user';
import { REFRESH_TOKEN_TTL_MS } from './session-rules';
import { SessionTokens } from './session-tokens';
import { NewRefreshToken } from './sessions';
import { SignedInView } from './signed-in.view';
import { signedInUserView, userView } from './user.view';

/** Puts together what a session is shown by. */
@Injectable()
export class SessionShape {
  constructor(private readonly tokens: SessionTokens) {}

  /** How a refresh token is stored. */
  stored(refreshToken: string, sessionId: string, now: Date): NewRefreshToken {
    const expiresAt = new Date(now.getTime() + REFRESH_TOKEN_TTL_MS);
    return { hash: this.tokens.hashOf(refreshToken)!, sessionId, issuedAt: now, expiresAt };
  }

  /** What the user gets, with a fresh access token. */
  view(user: User, sessionId: string, refreshToken: string): SignedInView {
    const { token: accessToken, expiresIn } = this.tokens.accessToken(user.id, sessionId);
    return { accessToken, refreshToken, tokenType: 'Bearer', expiresIn, user: signedInUserView(userView(user)) };
  }
}
