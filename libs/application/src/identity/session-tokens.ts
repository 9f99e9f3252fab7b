import { UserId } from '@fleet/domain/identity/user-id';

export interface AccessToken {
  readonly token: string;
  /** Seconds. */
  readonly expiresIn: number;
}

/** The tokens that a session is shown by: a short-lived one for calls, and one to get the next pair with. */
export abstract class SessionTokens {
  abstract accessToken(userId: UserId, sessionId: string): AccessToken;

  /** One that nobody can guess. */
  abstract firstRefreshToken(): string;

  /** The token that takes the place of this one: always the same, and nobody else can work it out. */
  abstract refreshTokenAfter(token: string): string;

  /** What is stored in its place; null for a text that is no token at all. */
  abstract hashOf(refreshToken: string): string | null;
}
