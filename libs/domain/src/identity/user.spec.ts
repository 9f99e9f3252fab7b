import { faultsOf } from '@fleet/tests/builders/faults';
import { EARLIER, NOW } from '@fleet/tests/builders/moments';
import { UserBuilder } from '@fleet/tests/builders/user.builder';
import { User } from './user';
import { UserErasedError } from './user.errors';

const DRIVER = '0198b8a0-0000-7000-8000-000000000001';
const details = { email: 'bia@fleet.example', name: 'Bia Lima', role: 'Manager', driverId: null } as const;

describe('registering a user', () => {
  it('makes one who may sign in, with the text trimmed', () => {
    const user = User.register(
      { id: 'u', ...details, email: ' Bia@Fleet.example ', name: ' Bia  Lima ', passwordHash: 'hash' },
      NOW,
    );
    expect(user.snapshot()).toEqual({
      id: 'u',
      ...details,
      email: 'Bia@Fleet.example',
      name: 'Bia  Lima',
      active: true,
      passwordHash: 'hash',
      version: 1,
      createdAt: NOW,
      updatedAt: NOW,
    });
  });

  it('tells everything but the password', () => {
    const [event] = new UserBuilder().withPasswordHash('secret hash').register().events;
    expect(event).toMatchObject({ stream: 'User', type: 'UserRegistered', version: 1, previous: null });
    expect(JSON.stringify(event)).not.toContain('secret hash');
  });

  it('wants a driver for the role Driver, and takes one for any other', () => {
    expect(faultsOf(() => register({ role: 'Driver' }))).toEqual(['driverId is required for the role Driver']);
    expect(register({ role: 'Driver', driverId: DRIVER }).snapshot().driverId).toBe(DRIVER);
    expect(register({ role: 'Admin', driverId: DRIVER }).snapshot().driverId).toBe(DRIVER);
  });

  it.each([
    ['', ['email is required']],
    ['bia', ['email must be an e-mail address']],
    ['bia@fleet', ['email must be an e-mail address']],
    ['bia@fleet.example, ana@fleet.example', ['email must be an e-mail address']],
    ['bia@-fleet.example', ['email must be an e-mail address']],
    [`${'b'.repeat(242)}@example.com`, []],
    [`${'b'.repeat(243)}@example.com`, ['email must be at most 254 characters long']],
  ])('finds the address %j at fault: %j', (email, faults) => {
    expect(faultsOf(() => register({ email }))).toEqual(faults);
  });

  it('tells every fault at once', () => {
    expect(faultsOf(() => register({ email: 'x', name: 'n'.repeat(101), role: 'Driver' }))).toHaveLength(3);
  });
});

function register(changes: object): User {
  return User.register({ id: 'u', ...details, passwordHash: 'hash', ...changes }, NOW);
}

describe('changing a user', () => {
  it('tells details and role apart, each with what was before', () => {
    const user = new UserBuilder().withEmail('bia@fleet.example').build();
    user.change({ ...details, name: 'Bia Reis', role: 'Admin', driverId: DRIVER }, NOW);
    expect(user.events.map(({ type, payload, previous }) => ({ type, payload, previous }))).toEqual([
      { type: 'UserDetailsChanged', payload: { name: 'Bia Reis' }, previous: { name: 'Bia Lima' } },
      {
        type: 'UserRoleChanged',
        payload: { role: 'Admin', driverId: DRIVER },
        previous: { role: 'Manager', driverId: null },
      },
    ]);
    expect(user.snapshot()).toMatchObject({ name: 'Bia Reis', role: 'Admin', version: 3, updatedAt: NOW });
  });

  it('changes nothing when the values are the same', () => {
    const user = new UserBuilder().withEmail('bia@fleet.example').build();
    user.change(details, NOW);
    user.activate(NOW);
    expect(user.hasChanged).toBe(false);
    expect(user.snapshot().updatedAt).toBe(EARLIER);
  });

  it('ends the sessions when the role, the driver, the password or the account changes, and not for a name', () => {
    const changed = (change: (user: User) => void, builder = new UserBuilder().withEmail('bia@fleet.example')) => {
      const user = builder.build();
      change(user);
      return user.mustSignInAgain;
    };
    expect(changed((user) => user.change({ ...details, name: 'Bia Reis' }, NOW))).toBe(false);
    expect(changed((user) => user.activate(NOW), new UserBuilder().inactive())).toBe(false);
    expect(changed((user) => user.change({ ...details, role: 'Admin' }, NOW))).toBe(true);
    expect(changed((user) => user.change({ ...details, driverId: DRIVER }, NOW))).toBe(true);
    expect(changed((user) => user.changePassword('another hash', NOW))).toBe(true);
    expect(changed((user) => user.deactivate(NOW))).toBe(true);
    expect(changed((user) => user.erase(NOW))).toBe(true);
  });

  it('says nothing of a password but that it has changed', () => {
    const user = new UserBuilder().build();
    user.changePassword('another hash', NOW);
    expect(user.events).toMatchObject([{ type: 'UserPasswordChanged', payload: {}, previous: {} }]);
    expect(user.snapshot().passwordHash).toBe('another hash');
  });
});

describe('activating and deactivating', () => {
  it('moves between the two, once', () => {
    const user = new UserBuilder().admin().build();
    expect(user.isActiveAdmin).toBe(true);
    user.deactivate(NOW);
    user.deactivate(NOW);
    expect([user.isActiveAdmin, user.version]).toEqual([false, 2]);
    user.activate(NOW);
    expect([user.isActiveAdmin, user.version]).toEqual([true, 3]);
    expect(new UserBuilder().build().isActiveAdmin).toBe(false);
  });
});

describe('erasing a user', () => {
  it('leaves a row without a person, and an event that does not say who it was', () => {
    const user = new UserBuilder().withEmail('bia@fleet.example').build();
    user.erase(NOW);
    user.erase(NOW);
    expect(user.snapshot()).toMatchObject({ email: null, name: null, passwordHash: null, active: false, version: 2 });
    expect(JSON.stringify(user.events)).not.toMatch(/bia|lima/i);
  });

  it('is the last thing that happens to it', () => {
    const erased = () => new UserBuilder().erased().build();
    expect(() => erased().activate(NOW)).toThrow(UserErasedError);
    expect(() => erased().change(details, NOW)).toThrow(UserErasedError);
    expect(() => erased().changePassword('hash', NOW)).toThrow(UserErasedError);
    const again = erased();
    again.deactivate(NOW);
    expect(again.hasChanged).toBe(false);
  });
});
