import { UserRepository } from '@fleet/domain/identity/user.repository';
import { FixedClock, FixedId, NotedRepository, SingleTry } from '@fleet/tests/builders/fake-ports';
import { PlainTokens, SessionsInMemory } from '@fleet/tests/builders/sessions-in-memory';
import { UserBuilder } from '@fleet/tests/builders/user.builder';
import { InvalidCredentialsError } from './identity.errors';
import { PasswordHasher } from './password-hasher';
import { SessionShape } from './session-shape';
import { SignIn } from './sign-in';
import { UserQueries } from './user.queries';

/** `hash of x` is the hash of `x`; `old hash of x` is one that is to be renewed. It notes what it is asked. */
class NotedHasher extends PasswordHasher {
  readonly asked: string[] = [];

  async hash(password: string): Promise<string> {
    this.asked.push('hash');
    return `hash of ${password}`;
  }

  async matches(password: string, hash: string | null): Promise<boolean> {
    this.asked.push(hash === null ? 'compare with nothing' : 'compare');
    return hash?.replace('old ', '') === `hash of ${password}`;
  }

  isCurrent(hash: string): boolean {
    return !hash.startsWith('old ');
  }
}

class Users extends NotedRepository<ReturnType<UserBuilder['build']>> {
  readonly confirmed: string[][] = [];
  /** What the database says when the hash is put to it. */
  isConfirmed = true;

  async confirmPassword(...parts: string[]): Promise<boolean> {
    this.confirmed.push(parts);
    return this.isConfirmed;
  }
}

function scene(builder = new UserBuilder()) {
  const user = builder.withId('u').withEmail('bia@fleet.example').build();
  const { email, active, passwordHash } = user.snapshot();
  const credentialsOf = async (given: string) =>
    given === email ? { id: 'u', email, active, passwordHash: passwordHash! } : null;
  const [hasher, users, tokens] = [new NotedHasher(), new Users('User', [], [user]), new PlainTokens()];
  const signIn = new SignIn(
    new SingleTry(),
    { credentialsOf } as unknown as UserQueries,
    users as unknown as UserRepository,
    hasher,
    new SessionsInMemory(),
    tokens,
    new SessionShape(tokens),
    new FixedClock(),
    new FixedId('s'),
  );
  const login = (password: string, address = 'bia@fleet.example') => signIn.execute({ email: address, password });
  return { hasher, users, login };
}

const known = (hash = 'hash of pass') => new UserBuilder().withPasswordHash(hash);

describe('signing in', () => {
  it('opens a session for who knows the password', async () => {
    const { login, users, hasher } = scene(known());
    expect(await login('pass')).toMatchObject({
      accessToken: 'access of u in s',
      refreshToken: 't',
      user: { id: 'u' },
    });
    expect(users.confirmed).toEqual([['u', 'hash of pass', 'hash of pass']]);
    expect(hasher.asked).toEqual(['compare']);
  });

  it('renews a hash that was made with other parameters', async () => {
    const { login, users } = scene(known('old hash of pass'));
    await login('pass');
    expect(users.confirmed).toEqual([['u', 'old hash of pass', 'hash of pass']]);
  });

  it('does the same work whether the address is known, the password wrong, or the user not active', async () => {
    const work = async (builder: UserBuilder, password: string, address?: string) => {
      const { login, hasher, users } = scene(builder);
      await expect(login(password, address)).rejects.toThrow(InvalidCredentialsError);
      expect(users.confirmed).toEqual([]);
      return hasher.asked;
    };
    expect(await work(known(), 'wrong')).toEqual(['compare']);
    expect(await work(known(), 'pass', 'ana@fleet.example')).toEqual(['compare with nothing']);
    expect(await work(known().inactive(), 'pass')).toEqual(['compare with nothing']);
  });

  it('is refused when the password has changed, or the account ended, since it was compared', async () => {
    const { login, users } = scene(known());
    users.isConfirmed = false;
    await expect(login('pass')).rejects.toThrow(InvalidCredentialsError);
  });
});
