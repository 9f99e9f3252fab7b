import { decode } from 'jsonwebtoken';
import { Clock } from '@fleet/domain/shared/clock';
import { NamedKey } from '@fleet/infrastructure/shared/secrets/key-list';
import { SecretKeys } from '@fleet/infrastructure/shared/secrets/secret-keys';
import { FixedId } from '@fleet/tests/builders/fake-ports';
import { NOW } from '@fleet/tests/builders/moments';
import { AccessTokens } from './access-tokens';
import { VerifiedTokens } from './verified-tokens';

const key = (id: string, byte: number): NamedKey => ({ id, secret: Buffer.alloc(32, byte) });
const [OLD, NEW, STRANGER] = [key('old', 1), key('new', 2), key('new', 3)];

class MovedClock extends Clock {
  offset = 0;

  now(): Date {
    return new Date(NOW.getTime() + this.offset);
  }
}

let clock: MovedClock;
beforeEach(() => (clock = new MovedClock()));

function tokens(...keys: [NamedKey, ...NamedKey[]]): AccessTokens {
  return new AccessTokens(new SecretKeys(keys, [OLD], OLD.secret), clock, new FixedId('j'));
}

const SESSION = '0198b8a0-0000-7000-8000-000000000001';
const FIFTEEN_MINUTES_MS = 900_000;

it('says who, in which session and for how long, and what it is for', () => {
  const { token, expiresIn } = tokens(NEW, OLD).issue('u', SESSION);
  const iat = NOW.getTime() / 1000;
  expect(expiresIn).toBe(900);
  expect(decode(token, { complete: true })).toMatchObject({
    header: { alg: 'HS256', typ: 'at+jwt', kid: 'new' },
    payload: { iss: 'fleet-manager', aud: 'fleet-manager-api', sub: 'u', sid: SESSION, jti: 'j', iat, exp: iat + 900 },
  });
  expect(tokens(NEW).check(token)).toEqual({ userId: 'u', sessionId: SESSION, expiresAt: NOW.getTime() + 900_000 });
});

describe('when keys are rotated', () => {
  it('tokens of the old key stay good until it is taken away', () => {
    const { token } = tokens(OLD).issue('u', SESSION);
    expect(tokens(NEW, OLD).check(token)).not.toBeNull();
    expect(tokens(NEW).check(token)).toBeNull();
  });

  it('a key with the same name is another key', () => {
    expect(tokens(NEW).check(tokens(STRANGER).issue('u', SESSION).token)).toBeNull();
  });
});

describe('a token that was seen before', () => {
  it('is good for 15 minutes and no longer', () => {
    const issuer = tokens(NEW);
    const verified = new VerifiedTokens(issuer, clock);
    const { token } = issuer.issue('u', SESSION);
    const claims = verified.check(token);
    clock.offset = FIFTEEN_MINUTES_MS - 1;
    expect(verified.check(token)).toBe(claims);
    clock.offset = FIFTEEN_MINUTES_MS;
    expect(verified.check(token)).toBeNull();
    expect(issuer.check(token)).toBeNull();
  });

  it('is not verified again; a bad one is, each time', () => {
    const issuer = tokens(NEW);
    const check = jest.spyOn(issuer, 'check');
    const verified = new VerifiedTokens(issuer, clock);
    const { token } = issuer.issue('u', SESSION);
    for (let time = 0; time < 3; time++) verified.check(token);
    expect(check).toHaveBeenCalledTimes(1);
    for (let time = 0; time < 3; time++) verified.check(`${token}x`);
    expect(check).toHaveBeenCalledTimes(4);
  });
});
