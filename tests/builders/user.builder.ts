import { randomUUID } from 'node:crypto';
import { User, UserSnapshot } from '@fleet/domain/identity/user';
import { EARLIER } from './moments';

/** A stored user of the office who may sign in, with an id and an address of their own; `register()` makes a new one. */
export class UserBuilder {
  private readonly fields: UserSnapshot;

  constructor() {
    const id = randomUUID();
    this.fields = {
      id,
      email: `${id.slice(0, 8)}@fleet.example`,
      name: 'Bia Lima',
      role: 'Manager',
      driverId: null,
      active: true,
      passwordHash: 'a hash',
      version: 1,
      createdAt: EARLIER,
      updatedAt: EARLIER,
    };
  }

  withId(id: string): this {
    return this.with({ id });
  }

  withEmail(email: string): this {
    return this.with({ email });
  }

  withName(name: string): this {
    return this.with({ name });
  }

  admin(): this {
    return this.with({ role: 'Admin' });
  }

  /** A driver's own account. */
  driver(driverId: string): this {
    return this.with({ role: 'Driver', driverId });
  }

  inactive(): this {
    return this.with({ active: false });
  }

  erased(): this {
    return this.with({ email: null, name: null, passwordHash: null, active: false });
  }

  withPasswordHash(passwordHash: string): this {
    return this.with({ passwordHash });
  }

  withVersion(version: number): this {
    return this.with({ version });
  }

  snapshot(): UserSnapshot {
    return { ...this.fields };
  }

  /** As a repository gives it back: nothing has happened to it yet. */
  build(): User {
    return User.restore(this.snapshot());
  }

  /** A new one, active, with its UserRegistered event. */
  register(now = EARLIER): User {
    const { id, role, driverId } = this.fields;
    const [email, name, passwordHash] = [this.fields.email!, this.fields.name!, this.fields.passwordHash!];
    return User.register({ id, email, name, role, driverId, passwordHash }, now);
  }

  private with(changes: Partial<UserSnapshot>): this {
    Object.assign(this.fields, changes);
    return this;
  }
}
