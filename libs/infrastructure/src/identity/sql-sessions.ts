import { Injectable } from '@nestjs/common';
import { NewRefreshToken, NewSession, Sessions, StoredRefreshToken } from '@fleet/application/identity/sessions';
import { Statements } from '@fleet/infrastructure/shared/database/statements';

const SELECT_TOKEN = `SELECT RefreshTokens.TokenHash AS "hash", Sessions.Id AS "sessionId", Sessions.UserId AS "userId",
  RefreshTokens.IssuedAt AS "issuedAt", RefreshTokens.ExpiresAt AS "expiresAt", RefreshTokens.UsedAt AS "usedAt",
  Sessions.EndedAt AS "sessionEndedAt"
  FROM RefreshTokens JOIN Sessions ON Sessions.Id = RefreshTokens.SessionId WHERE RefreshTokens.TokenHash = ?`;

type Instant = Date | string;
type TokenRow = Record<'hash' | 'sessionId' | 'userId', string> &
  Record<'issuedAt' | 'expiresAt', Instant> &
  Record<'usedAt' | 'sessionEndedAt', Instant | null>;

@Injectable()
export class SqlSessions extends Sessions {
  constructor(private readonly statements: Statements) {
    super();
  }

  async open({ id, userId }: NewSession, firstToken: NewRefreshToken): Promise<void> {
    const insert = 'INSERT INTO Sessions (Id, UserId, CreatedAt, ExpiresAt) VALUES (?, ?, ?, ?)';
    await this.statements.change(insert, [id, userId, firstToken.issuedAt, firstToken.expiresAt]);
    await this.insertToken(firstToken);
  }

  async findToken(hash: string): Promise<StoredRefreshToken | null> {
    const [row] = await this.statements.rows<TokenRow>(SELECT_TOKEN, [hash]);
    return row ? toToken(row) : null;
  }

  async useToken(hash: string, now: Date): Promise<boolean> {
    const update = 'UPDATE RefreshTokens SET UsedAt = ? WHERE TokenHash = ? AND UsedAt IS NULL';
    return (await this.statements.change(update, [now, hash])) === 1;
  }

  async addToken(token: NewRefreshToken): Promise<void> {
    await this.insertToken(token);
    const update = 'UPDATE Sessions SET ExpiresAt = ? WHERE Id = ?';
    await this.statements.change(update, [token.expiresAt, token.sessionId]);
  }

  async end(sessionId: string, now: Date): Promise<void> {
    await this.statements.change('UPDATE Sessions SET EndedAt = ? WHERE Id = ? AND EndedAt IS NULL', [now, sessionId]);
  }

  async endAllOf(userId: string, now: Date): Promise<void> {
    await this.statements.change('UPDATE Sessions SET EndedAt = ? WHERE UserId = ? AND EndedAt IS NULL', [now, userId]);
  }

  async deleteExpired(moment: Date, limit: number): Promise<number> {
    // A session that goes on for months leaves a token behind every few minutes.
    const tokens = await this.deleteFirst('RefreshTokens', 'TokenHash', moment, limit);
    return tokens + (await this.deleteFirst('Sessions', 'Id', moment, limit));
  }

  private deleteFirst(table: string, key: string, moment: Date, limit: number): Promise<number> {
    const expired = `SELECT ${key} FROM ${table} WHERE ExpiresAt < ? ORDER BY ExpiresAt ${this.statements.firstRows}`;
    return this.statements.change(`DELETE FROM ${table} WHERE ${key} IN (${expired})`, [moment, limit]);
  }

  private async insertToken({ hash, sessionId, issuedAt, expiresAt }: NewRefreshToken): Promise<void> {
    const insert = 'INSERT INTO RefreshTokens (TokenHash, SessionId, IssuedAt, ExpiresAt) VALUES (?, ?, ?, ?)';
    await this.statements.change(insert, [hash, sessionId, issuedAt, expiresAt]);
  }
}

function toToken({ hash, ...row }: TokenRow): StoredRefreshToken {
  return {
    hash,
    sessionId: row.sessionId.toLowerCase(),
    userId: row.userId.toLowerCase(),
    issuedAt: new Date(row.issuedAt),
    expiresAt: new Date(row.expiresAt),
    usedAt: row.usedAt === null ? null : new Date(row.usedAt),
    sessionEndedAt: row.sessionEndedAt === null ? null : new Date(row.sessionEndedAt),
  };
}
