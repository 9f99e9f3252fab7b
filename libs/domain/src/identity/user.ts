import { AggregateRoot } from '@fleet/domain/shared/aggregate-root';
import { changedFields } from '@fleet/domain/shared/changed-fields';
import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { email } from './email';
import { UserEvents, UserEventType } from './user.events';
import { UserErasedError } from './user.errors';
import { UserId } from './user-id';
import { UserDetails, UserSnapshot } from './user.snapshot';

export type { UserDetails, UserSnapshot } from './user.snapshot';

export const USER_NAME_MAX_LENGTH = 100;

type UserState = Omit<UserSnapshot, 'id' | 'version'>;

/** After these whoever is signed in must sign in again: what the session was opened for is no longer so. */
const END_SESSIONS: readonly string[] = [
  'UserRoleChanged',
  'UserDeactivated',
  'UserPasswordChanged',
  'UserErased',
] satisfies UserEventType[];

/** Somebody who signs in. An erased user stays as a row without a person: nothing can happen to it any more. */
export class User extends AggregateRoot {
  private constructor(
    id: UserId,
    storedVersion: number,
    private state: UserState,
  ) {
    super('User', id, storedVersion);
  }

  /** @throws InvalidFieldsError with every field that is at fault */
  static register({ id, passwordHash, ...details }: Registration, now: Date): User {
    const checks = new FieldChecks();
    const fields = { ...checkUser(checks, details), active: true };
    checks.done();
    const user = new User(id, 0, { ...fields, passwordHash, createdAt: now, updatedAt: now });
    user.record('UserRegistered', now, fields satisfies UserEvents['UserRegistered']);
    return user;
  }

  /** Rebuilds a stored user. Checks nothing. */
  static restore({ id, version, ...state }: UserSnapshot): User {
    return new User(id, version, state);
  }

  snapshot(): UserSnapshot {
    return { id: this.id, ...this.state, version: this.version };
  }

  /** Whether the user is one of the administrators of whom one must be left. */
  get isActiveAdmin(): boolean {
    return this.state.active && this.state.role === 'Admin';
  }

  /** Whether what has happened since the user was loaded ends every session of the user. */
  get mustSignInAgain(): boolean {
    return this.events.some(({ type }) => END_SESSIONS.includes(type));
  }

  /**
   * The same values change nothing.
   * @throws UserErasedError, InvalidFieldsError
   */
  change(details: UserDetails, now: Date): void {
    this.mustBeSomebody();
    const checks = new FieldChecks();
    const { email, name, role, driverId } = checkUser(checks, details);
    checks.done();
    const person = changedFields<Person>(this.state, { email, name });
    if (Object.keys(person).length > 0) {
      this.happened('UserDetailsChanged', now, person, person as UserEvents['UserDetailsChanged']);
    }
    const place = changedFields<Pick<UserDetails, 'role' | 'driverId'>>(this.state, { role, driverId });
    if (Object.keys(place).length > 0) this.happened('UserRoleChanged', now, place, place);
  }

  /** Changes nothing when the user is active. @throws UserErasedError */
  activate(now: Date): void {
    this.mustBeSomebody();
    if (!this.state.active) this.happened('UserActivated', now, { active: true }, { active: true });
  }

  /** Changes nothing when the user is inactive, as an erased one is. */
  deactivate(now: Date): void {
    if (this.state.active) this.happened('UserDeactivated', now, { active: false }, { active: false });
  }

  /** @param passwordHash of a password that has been checked @throws UserErasedError */
  changePassword(passwordHash: string, now: Date): void {
    this.mustBeSomebody();
    this.happened('UserPasswordChanged', now, { passwordHash }, {});
  }

  /** Takes the person away for good; the row stays, because what the user did stays. Changes nothing the second time. */
  erase(now: Date): void {
    if (this.isErased) return;
    const nobody = { email: null, name: null, passwordHash: null, active: false };
    this.happened('UserErased', now, nobody, { active: false });
  }

  private get isErased(): boolean {
    return this.state.email === null;
  }

  private mustBeSomebody(): void {
    if (this.isErased) throw new UserErasedError();
  }

  private happened<T extends UserEventType>(
    type: T,
    now: Date,
    changes: Partial<UserState>,
    payload: UserEvents[T],
  ): void {
    const before = this.state;
    this.state = { ...before, ...changes, updatedAt: now };
    this.record(type, now, payload, before);
  }
}

type Person = Pick<UserState, 'email' | 'name'>;
type Registration = UserDetails & { id: UserId; passwordHash: string };

/** Reads the fields of a user, so that their faults stand beside those of other fields of the same request. */
export function checkUser(checks: FieldChecks, { role, driverId, ...details }: UserDetails): UserDetails {
  if (role === 'Driver' && driverId === null) checks.fault('driverId', 'is required for the role Driver');
  return {
    email: email(checks, details.email),
    name: checks.text('name', details.name, USER_NAME_MAX_LENGTH),
    role,
    driverId,
  };
}
