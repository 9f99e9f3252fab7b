import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AccessToken, SessionTokens } from '@fleet/application/identity/session-tokens';
import { BlindIndex } from '@fleet/infrastructure/shared/secrets/blind-index';
import { AccessTokens } from './access-tokens';

/** 256 bits in base64url. */
const REFRESH_TOKEN = /^[A-Za-z0-9_-]{43}$/;

@Injectable()
export class KeyedSessionTokens extends SessionTokens {
  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly index: BlindIndex,
  ) {
    super();
  }

  accessToken(userId: string, sessionId: string): AccessToken {
    return this.accessTokens.issue(userId, sessionId);
  }

  firstRefreshToken(): string {
    return randomBytes(32).toString('base64url');
  }

  /** Derived, so that any number of processes that are shown one token at once give the same successor and store none. */
  refreshTokenAfter(token: string): string {
    return this.index.of('refresh tokens', token);
  }

  hashOf(token: string): string | null {
    return REFRESH_TOKEN.test(token) ? this.index.of('refresh token hashes', token) : null;
  }
}
