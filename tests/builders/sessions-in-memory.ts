import { SessionTokens } from '@fleet/application/identity/session-tokens';
import {
  NewRefreshToken,
  NewSession,
  RememberedSessions,
  Sessions,
  StoredRefreshToken,
} from '@fleet/application/identity/sessions';

/** Sessions in memory, each token by its hash. */
export class SessionsInMemory extends Sessions {
  readonly tokens = new Map<string, StoredRefreshToken>();
  private readonly users = new Map<string, string>();

  async open({ id, userId }: NewSession, firstToken: NewRefreshToken): Promise<void> {
    this.users.set(id, userId);
    await this.addToken(firstToken);
  }

  async findToken(hash: string): Promise<StoredRefreshToken | null> {
    return this.tokens.get(hash) ?? null;
  }

  async useToken(hash: string, now: Date): Promise<boolean> {
    const token = this.tokens.get(hash);
    if (!token || token.usedAt) return false;
    this.tokens.set(hash, { ...token, usedAt: now });
    return true;
  }

  async addToken(token: NewRefreshToken): Promise<void> {
    const userId = this.users.get(token.sessionId)!;
    this.tokens.set(token.hash, { ...token, userId, usedAt: null, sessionEndedAt: null });
  }

  async end(sessionId: string, now: Date): Promise<void> {
    this.endThose(now, (token) => token.sessionId === sessionId);
  }

  async endAllOf(userId: string, now: Date): Promise<void> {
    this.endThose(now, (token) => token.userId === userId);
  }

  async deleteExpired(moment: Date, limit: number): Promise<number> {
    const expired = [...this.tokens.values()].filter(({ expiresAt }) => expiresAt < moment).slice(0, limit);
    expired.forEach(({ hash }) => this.tokens.delete(hash));
    return expired.length;
  }

  private endThose(now: Date, those: (token: StoredRefreshToken) => boolean): void {
    for (const token of this.tokens.values()) {
      if (those(token)) this.tokens.set(token.hash, { ...token, sessionEndedAt: token.sessionEndedAt ?? now });
    }
  }
}

/** Tokens that people can read: `t`, `t+`, `t++` … each hashed to itself with a mark. Blank text is no token. */
export class PlainTokens extends SessionTokens {
  accessToken(userId: string, sessionId: string): { token: string; expiresIn: number } {
    return { token: `access of ${userId} in ${sessionId}`, expiresIn: 900 };
  }

  firstRefreshToken(): string {
    return 't';
  }

  refreshTokenAfter(token: string): string {
    return `${token}+`;
  }

  hashOf(token: string): string | null {
    return token === '' ? null : `#${token}`;
  }
}

/** Notes what it is to forget. */
export class NotedForgetting extends RememberedSessions {
  readonly forgotten: string[] = [];

  async forget(sessionId: string): Promise<void> {
    this.forgotten.push(sessionId);
  }
}
