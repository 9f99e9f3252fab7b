import { User } from '@fleet/domain/identity/user';
import { UserRepository } from '@fleet/domain/identity/user.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { NotedRepository, SingleTry } from '@fleet/tests/builders/fake-ports';
import { NOW } from '@fleet/tests/builders/moments';
import { NotedForgetting, PlainTokens, SessionsInMemory } from '@fleet/tests/builders/sessions-in-memory';
import { UserBuilder } from '@fleet/tests/builders/user.builder';
import { InvalidRefreshTokenError } from './identity.errors';
import { RefreshSession } from './refresh-session';
import { SessionShape } from './session-shape';
import { SignOut } from './sign-out';

const DAY_MS = 24 * 60 * 60 * 1000;

class MovedClock extends Clock {
  offset = 0;

  now(): Date {
    return new Date(NOW.getTime() + this.offset);
  }
}

let clock: MovedClock;
let sessions: SessionsInMemory;
let remembered: NotedForgetting;
let refresh: (token: string) => Promise<{ refreshToken: string; accessToken: string }>;
let signOut: (token: string) => Promise<void>;

async function setUp(user: User = new UserBuilder().withId('u').build()): Promise<void> {
  const tokens = new PlainTokens();
  const shape = new SessionShape(tokens);
  [clock, sessions, remembered] = [new MovedClock(), new SessionsInMemory(), new NotedForgetting()];
  const users = new NotedRepository('User', [], [user]) as unknown as UserRepository;
  const work = new SingleTry();
  const refreshing = new RefreshSession(work, sessions, users, tokens, shape, remembered, clock);
  const signingOut = new SignOut(work, sessions, tokens, remembered, clock);
  refresh = (token) => refreshing.execute(token);
  signOut = (token) => signingOut.execute(token);
  await sessions.open({ id: 's', userId: user.id }, shape.stored('t', 's', clock.now()));
}

beforeEach(() => setUp());

const refused = (token: string) => expect(refresh(token)).rejects.toThrow(InvalidRefreshTokenError);

describe('refreshing a session', () => {
  it('changes the token for its successor, which is good in its turn', async () => {
    expect(await refresh('t')).toMatchObject({ refreshToken: 't+', accessToken: 'access of u in s', expiresIn: 900 });
    clock.offset = 7 * DAY_MS - 1;
    expect((await refresh('t+')).refreshToken).toBe('t++');
  });

  it('gives the same successor to whoever comes within ten seconds', async () => {
    await refresh('t');
    clock.offset = 10_000;
    expect((await refresh('t')).refreshToken).toBe('t+');
    expect([...sessions.tokens.keys()]).toEqual(['#t', '#t+']);
    expect(remembered.forgotten).toEqual([]);
  });

  it('ends the session when a used token comes later', async () => {
    await refresh('t');
    clock.offset = 10_001;
    await refused('t');
    expect(remembered.forgotten).toEqual(['s']);
    // Whoever has the successor is out too.
    await refused('t+');
  });

  it('ends it although the token is many changes old', async () => {
    await refresh('t');
    await refresh('t+');
    clock.offset = 60_000;
    await refresh('t++');
    await refused('t');
    await refused('t+++');
  });

  it('refuses a token that has expired, that nobody has, and what is none', async () => {
    await refused('another');
    await refused('');
    clock.offset = 7 * DAY_MS;
    await refused('t');
    expect(remembered.forgotten).toEqual([]);
  });

  it('refuses it to a user who is not active, and to one who was erased', async () => {
    for (const user of [new UserBuilder().inactive().build(), new UserBuilder().erased().build()]) {
      await setUp(user);
      await refused('t');
    }
  });
});

describe('signing out', () => {
  it('ends the session of any of its tokens', async () => {
    await refresh('t');
    await signOut('t');
    expect(remembered.forgotten).toEqual(['s']);
    await refused('t+');
  });

  it('takes no notice of what is no token', async () => {
    await signOut('');
    await signOut('another');
    expect(remembered.forgotten).toEqual([]);
    expect((await refresh('t')).refreshToken).toBe('t+');
  });
});
