import { randomUUID } from 'node:crypto';
import { Driver, DriverSnapshot } from '@fleet/domain/drivers/driver';
import { EARLIER } from './moments';

/** A stored driver who is available, with an id and a licence number of their own; `register()` makes a new one instead. */
export class DriverBuilder {
  private readonly fields: DriverSnapshot;

  constructor() {
    const id = randomUUID();
    this.fields = {
      id,
      name: 'Ana Souza',
      licenseNumber: `L-${id.slice(0, 13)}`,
      phone: '+55 (11) 98765-4321',
      active: true,
      available: true,
      erasedAt: null,
      version: 1,
      createdAt: EARLIER,
      updatedAt: EARLIER,
    };
  }

  withId(id: string): this {
    return this.with({ id });
  }

  withName(name: string): this {
    return this.with({ name });
  }

  withLicenseNumber(licenseNumber: string): this {
    return this.with({ licenseNumber });
  }

  withPhone(phone: string): this {
    return this.with({ phone });
  }

  inactive(): this {
    return this.with({ active: false, available: false });
  }

  onTrip(): this {
    return this.with({ active: true, available: false });
  }

  erased(): this {
    const nothing = { name: null, licenseNumber: null, phone: null };
    return this.with({ ...nothing, active: false, available: false, erasedAt: EARLIER });
  }

  withVersion(version: number): this {
    return this.with({ version });
  }

  snapshot(): DriverSnapshot {
    return { ...this.fields };
  }

  /** As a repository gives it back: nothing has happened to it yet. */
  build(): Driver {
    return Driver.restore(this.snapshot());
  }

  /** A new one, active and available, with its DriverRegistered event. */
  register(now = EARLIER): Driver {
    const { id, name, licenseNumber, phone } = this.fields;
    return Driver.register({ id, name: name!, licenseNumber: licenseNumber!, phone: phone! }, now);
  }

  private with(changes: Partial<DriverSnapshot>): this {
    Object.assign(this.fields, changes);
    return this;
  }
}
