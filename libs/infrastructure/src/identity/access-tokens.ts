import { Injectable } from '@nestjs/common';
import { decode, JwtPayload, sign, verify, VerifyOptions } from 'jsonwebtoken';
import { AccessToken } from '@fleet/application/identity/session-tokens';
import { Clock } from '@fleet/domain/shared/clock';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { SecretKeys } from '@fleet/infrastructure/shared/secrets/secret-keys';

const TTL_SECONDS = 15 * 60;
const ISSUER = 'fleet-manager';
const AUDIENCE = 'fleet-manager-api';
const ALGORITHM = 'HS256';
/** What kind of token it is (RFC 9068): one that was made for another purpose is no access token. */
const TYPE = 'at+jwt';
const SESSION_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What an access token says: who, in which session, until when (in milliseconds). */
export interface AccessClaims {
  readonly userId: string;
  readonly sessionId: string;
  readonly expiresAt: number;
}

/** Signs and checks access tokens. The first key signs; tokens of the others stay good until they expire. */
@Injectable()
export class AccessTokens {
  private readonly secrets: ReadonlyMap<string, Buffer>;

  constructor(
    private readonly keys: SecretKeys,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {
    this.secrets = new Map(keys.tokens.map(({ id, secret }) => [id, secret]));
  }

  issue(userId: string, sessionId: string): AccessToken {
    const { id, secret } = this.keys.tokens[0];
    const iat = this.now();
    const claims = { sid: sessionId, iat, exp: iat + TTL_SECONDS };
    const token = sign(claims, secret, {
      header: { alg: ALGORITHM, typ: TYPE, kid: id },
      algorithm: ALGORITHM,
      issuer: ISSUER,
      audience: AUDIENCE,
      subject: userId,
      jwtid: this.ids.next(),
    });
    return { token, expiresIn: TTL_SECONDS };
  }

  /** Null for anything but a token of this installation that is good now. */
  check(token: string): AccessClaims | null {
    try {
      const header = decode(token, { complete: true })?.header;
      // A name in a map, and nothing else: what the caller says there opens no file and asks no server.
      const secret = header?.typ === TYPE && header.alg === ALGORITHM ? this.secrets.get(header.kid ?? '') : undefined;
      return secret ? claimsOf(verify(token, secret, this.demands())) : null;
    } catch {
      return null;
    }
  }

  private demands(): VerifyOptions & { complete?: false } {
    return { algorithms: [ALGORITHM], issuer: ISSUER, audience: AUDIENCE, clockTimestamp: this.now() };
  }

  private now(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}

function claimsOf(payload: JwtPayload | string): AccessClaims | null {
  if (typeof payload === 'string') return null;
  const { sub, exp, sid } = payload as { sub?: unknown; exp?: unknown; sid?: unknown };
  // `verify` lets a token pass that never expires: none of ours is such.
  if (typeof sub !== 'string' || typeof sid !== 'string' || typeof exp !== 'number') return null;
  // SQL Server would not compare anything else with an id.
  if (!SESSION_ID.test(sid)) return null;
  return { userId: sub, sessionId: sid, expiresAt: exp * 1000 };
}
