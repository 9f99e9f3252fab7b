import { UserId } from '@fleet/domain/identity/user-id';

export interface NewSession {
  readonly id: string;
  readonly userId: UserId;
}

/** A refresh token as it is stored. */
export interface NewRefreshToken {
  readonly hash: string;
  readonly sessionId: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

export interface StoredRefreshToken extends NewRefreshToken {
  readonly userId: UserId;
  /** When it was changed for its successor; null while it is the latest one. */
  readonly usedAt: Date | null;
  /** When the session was ended before its time; null for one that goes on. */
  readonly sessionEndedAt: Date | null;
}

/**
 * Where it is kept who is signed in. A session is a chain of refresh tokens, each of which is changed for the next one.
 * All of it works inside UnitOfWork.run.
 */
export abstract class Sessions {
  abstract open(session: NewSession, firstToken: NewRefreshToken): Promise<void>;

  abstract findToken(hash: string): Promise<StoredRefreshToken | null>;

  /** Of any number who want to change the same token exactly one is told true; the others wait until that is stored. */
  abstract useToken(hash: string, now: Date): Promise<boolean>;

  abstract addToken(token: NewRefreshToken): Promise<void>;

  abstract end(sessionId: string, now: Date): Promise<void>;

  abstract endAllOf(userId: UserId, now: Date): Promise<void>;

  /** Deletes up to `limit` sessions whose last token expired before `moment`, and tells how many they were. */
  abstract deleteExpired(moment: Date, limit: number): Promise<number>;
}

/** What this process remembers of sessions, so that it need not ask the database at every call. */
export abstract class RememberedSessions {
  /** Told, after the commit, that a session has ended. */
  abstract forget(sessionId: string): Promise<void>;
}
