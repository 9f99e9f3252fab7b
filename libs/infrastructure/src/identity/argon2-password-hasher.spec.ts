import { hash, parseOptions } from '@node-rs/argon2';
import { UnavailableError } from '@fleet/application/shared/application-error';
import { Argon2PasswordHasher } from './argon2-password-hasher';

const PASSWORD = 'correct horse battery staple';
const hasher = new Argon2PasswordHasher();

it('hashes with Argon2id, 19 MiB, two passes, and a salt of its own', async () => {
  const [one, other] = [await hasher.hash(PASSWORD), await hasher.hash(PASSWORD)];
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
  expect(parseOptions(one).saltLen).toBe(16);
  expect(hasher.isCurrent(one)).toBe(true);
});

it('knows a password, exactly as it was', async () => {
  const stored = await hasher.hash(PASSWORD);
  expect(await hasher.matches(PASSWORD, stored)).toBe(true);
  for (const wrong of [`${PASSWORD} `, PASSWORD.toUpperCase(), '', PASSWORD.slice(1)]) {
    expect(await hasher.matches(wrong, stored)).toBe(false);
  }
});

it.each([{ memoryCost: 8_192 }, { timeCost: 3 }, { parallelism: 2 }, { algorithm: 1 }])(
  'still knows one that was hashed with %p, and says that it is to be hashed anew',
  async (cost) => {
    const stored = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1, ...cost });
    expect(await hasher.matches(PASSWORD, stored)).toBe(true);
    expect(hasher.isCurrent(stored)).toBe(false);
  },
);

it('says no without a hash, after the same work', async () => {
  const stored = await hasher.hash(PASSWORD);
  const time = async (hashed: string | null) => {
    const start = performance.now();
    await hasher.matches('a wrong password', hashed);
    return performance.now() - start;
  };
  expect(await hasher.matches(PASSWORD, null)).toBe(false);
  const [known, unknown]: [number[], number[]] = [[], []];
  for (let round = 0; round < 7; round++) {
    known.push(await time(stored));
    unknown.push(await time(null));
  }
  // Some tens of milliseconds each; without the work it would be none.
  expect(median(unknown)).toBeGreaterThan(median(known) / 3);
});

function median(times: number[]): number {
  return times.sort((one, other) => one - other)[Math.floor(times.length / 2)]!;
}

it('works on a few at once, lets some wait, and sends everybody else away at once', async () => {
  const flood = Array.from({ length: 200 }, () => hasher.matches(PASSWORD, null).then(() => 'done', String));
  const outcomes = await Promise.all(flood);
  const refused = String(new UnavailableError('Too many are signing in at once.'));
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(53);
  expect(outcomes.filter((outcome) => outcome === refused)).toHaveLength(147);
  expect(await hasher.matches(PASSWORD, null)).toBe(false);
});
