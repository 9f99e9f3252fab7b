import { RateLimitedError } from '@fleet/application/shared/rate-limiter';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { RateLimits } from '@fleet/infrastructure/shared/rate-limits/rate-limits';
import { SharedRedis } from '@fleet/infrastructure/shared/redis/shared-redis';
import { BlindIndex } from '@fleet/infrastructure/shared/secrets/blind-index';
import { SecretKeys } from '@fleet/infrastructure/shared/secrets/secret-keys';
import { Siblings } from '@fleet/infrastructure/shared/siblings/siblings';
import { Untraced } from '@fleet/infrastructure/shared/tracing/untraced';
import { anOutbound } from '@fleet/tests/builders/outbound.builder';
import { CountedLoginLimits } from './counted-login-limits';

const KEY = { id: 'k1', secret: Buffer.alloc(32, 7) };
const ANA = 'ana@fleet.example';

function limitsOf(limit: string, keys: string[] = []): CountedLoginLimits {
  const configuration = loadConfiguration({ LOGIN_RATE_LIMIT: limit });
  const redis = new SharedRedis(configuration, anOutbound(), new Untraced());
  const limits = new RateLimits(redis, configuration, new Siblings(null));
  const make = limits.limiter.bind(limits);
  limits.limiter = (name, of) => {
    const limiter = make(name, of);
    const consume = limiter.consume.bind(limiter);
    limiter.consume = (key) => consume(keys[keys.push(key) - 1]!);
    return limiter;
  };
  return new CountedLoginLimits(limits, configuration, new BlindIndex(new SecretKeys([KEY], [KEY], KEY.secret)));
}

/** Tries so many logins and says how many were let through. */
async function passed(limits: CountedLoginLimits, logins: [email: string, address: string][]): Promise<number> {
  const tries = await Promise.allSettled(logins.map(([email, address]) => limits.check(email, address)));
  return tries.filter(({ status }) => status === 'fulfilled').length;
}

describe('the limit of logins', () => {
  it('counts one account from any number of addresses, however its e-mail is typed', async () => {
    const typed = [ANA, 'ANA@fleet.example', ' Ana@Fleet.Example ', 'aNa@fleet.example'];
    const logins = typed.map((email, at): [string, string] => [email, `203.0.113.${at}`]);
    expect(await passed(limitsOf('3/60s'), logins)).toBe(3);
  });

  it('counts one client with any number of accounts', async () => {
    const logins = ['a', 'b', 'c', 'd'].map((name): [string, string] => [`${name}@fleet.example`, '203.0.113.7']);
    expect(await passed(limitsOf('3/60s'), logins)).toBe(3);
  });

  it('takes the addresses that an IPv6 client can choose from for one', async () => {
    const logins = [1, 2, 3, 4].map((host): [string, string] => [`${host}@fleet.example`, `2001:db8:0:1::${host}`]);
    expect(await passed(limitsOf('3/60s'), logins)).toBe(3);
  });

  it('does not let a client that has had its share use up that of an account', async () => {
    const limits = limitsOf('3/60s');
    const others = [1, 2, 3].map((at): [string, string] => [`${at}@fleet.example`, '203.0.113.7']);
    await passed(limits, [...others, ...Array<[string, string]>(9).fill([ANA, '203.0.113.7'])]);
    expect(await passed(limits, [[ANA, '198.51.100.1']])).toBe(1);
  });

  it('says which limit it is and when to go on', async () => {
    const limits = limitsOf('1/60s');
    await limits.check(ANA, '203.0.113.7');
    const error = await limits.check(ANA, '198.51.100.1').catch((refusal: unknown) => refusal as RateLimitedError);
    expect(error).toBeInstanceOf(RateLimitedError);
    expect(error).toMatchObject({ policy: 'login', quota: { limit: 1, seconds: 60, remaining: 0, resetSeconds: 60 } });
  });

  it('keeps no e-mail, and no hash that another installation would have', async () => {
    const keys: string[] = [];
    await limitsOf('3/60s', keys).check(ANA, '203.0.113.7');
    expect(keys).toEqual(['address:203.0.113.7', expect.stringMatching(/^account:[\w-]{43}$/)]);
    expect(keys.join()).not.toMatch(/ana|fleet/i);
  });

  it('is none when it is off', async () => {
    expect(await passed(limitsOf('off'), Array<[string, string]>(50).fill([ANA, '203.0.113.7']))).toBe(50);
  });
});
