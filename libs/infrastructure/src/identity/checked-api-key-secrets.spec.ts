import { BlindIndex } from '@fleet/infrastructure/shared/secrets/blind-index';
import { SecretKeys } from '@fleet/infrastructure/shared/secrets/secret-keys';
import { CheckedApiKeySecrets } from './checked-api-key-secrets';
import { KeyedSessionTokens } from './keyed-session-tokens';

const key = { id: 'k', secret: Buffer.alloc(32, 1) };
const index = new BlindIndex(new SecretKeys([key], [key], key.secret));
const secrets = new CheckedApiKeySecrets(index);

it('makes keys that say what they are and that nobody has had before', () => {
  const made = Array.from({ length: 100 }, () => secrets.next());
  expect(new Set(made).size).toBe(100);
  for (const one of made) {
    expect(one).toMatch(/^fm_live_[A-Za-z0-9_-]{43}[0-9a-z]{7}$/);
    expect(secrets.prefixOf(one)).toBe(one.slice(0, 12));
    expect(secrets.hashOf(one)).toMatch(/^[\w-]{43}$/);
  }
});

it('knows one that is misspelt in any place, without looking anywhere', () => {
  const good = secrets.next();
  for (let place = 0; place < good.length; place++) {
    const wrong = good.slice(0, place) + (good[place] === 'q' ? 'r' : 'q') + good.slice(place + 1);
    expect([wrong, secrets.hashOf(wrong)]).toEqual([wrong, null]);
  }
  for (const wrong of ['', 'fm_live_', good.slice(0, -1), `${good}0`, ` ${good}`, good.toUpperCase()]) {
    expect(secrets.hashOf(wrong)).toBeNull();
  }
});

describe('refresh tokens', () => {
  const tokens = new KeyedSessionTokens(undefined!, index);

  it('are 256 bits, and so are their successors, which are always the same', () => {
    const first = tokens.firstRefreshToken();
    const next = tokens.refreshTokenAfter(first);
    expect(Buffer.from(first, 'base64url')).toHaveLength(32);
    expect(next).toMatch(/^[\w-]{43}$/);
    expect([next === first, tokens.refreshTokenAfter(first)]).toEqual([false, next]);
    expect(tokens.hashOf(first)).not.toBe(next);
  });

  it('have a hash only when they can be tokens', () => {
    for (const wrong of ['', 'x'.repeat(42), 'x'.repeat(44), `${'x'.repeat(42)}=`]) {
      expect(tokens.hashOf(wrong)).toBeNull();
    }
  });
});
