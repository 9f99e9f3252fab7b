import { AggregateRoot } from '@fleet/domain/shared/aggregate-root';
import { changedFields } from '@fleet/domain/shared/changed-fields';
import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { phone } from '@fleet/domain/shared/phone';
import { TripId } from '@fleet/domain/trips/trip-id';
import { DriverId } from './driver-id';
import { DriverErasedError, DriverNotAvailableError, DriverOnTripError } from './driver.errors';
import { DriverEvents, DriverEventType } from './driver.events';
import { DriverDetails, DriverSnapshot } from './driver.snapshot';
import { licenseNumber } from './license-number';

export type { DriverDetails, DriverSnapshot } from './driver.snapshot';

export const DRIVER_NAME_MAX_LENGTH = 100;

type DriverState = Omit<DriverSnapshot, 'id' | 'version'>;

/** Somebody who drives the fleet's vehicles. An inactive driver is never on a trip, and an erased one is never active. */
export class Driver extends AggregateRoot {
  private constructor(
    id: DriverId,
    storedVersion: number,
    private state: DriverState,
  ) {
    super('Driver', id, storedVersion);
  }

  /** @throws InvalidFieldsError with every field that is at fault */
  static register({ id, ...details }: DriverDetails & { id: DriverId }, now: Date): Driver {
    const fields = { ...checkDetails(details), active: true, available: true };
    const driver = new Driver(id, 0, { ...fields, erasedAt: null, createdAt: now, updatedAt: now });
    driver.record('DriverRegistered', now, fields satisfies DriverEvents['DriverRegistered']);
    return driver;
  }

  /** Rebuilds a stored driver. Checks nothing. */
  static restore({ id, version, ...state }: DriverSnapshot): Driver {
    return new Driver(id, version, state);
  }

  get isErased(): boolean {
    return this.state.erasedAt !== null;
  }

  get isActive(): boolean {
    return this.state.active;
  }

  snapshot(): DriverSnapshot {
    return { id: this.id, ...this.state, version: this.version };
  }

  /**
   * The same values change nothing.
   * @throws DriverErasedError, InvalidFieldsError
   */
  changeDetails(details: DriverDetails, now: Date): void {
    const changes = changedFields<DriverDetails>(this.details, checkDetails(details));
    if (Object.keys(changes).length > 0) this.happened('DriverDetailsChanged', now, changes, changes);
  }

  /**
   * Changes nothing when the driver is active.
   * @throws DriverErasedError
   */
  activate(now: Date): void {
    if (this.isErased) throw new DriverErasedError();
    if (this.state.active) return;
    const changes = { active: true, available: true };
    this.happened('DriverActivated', now, changes, changes);
  }

  /**
   * Changes nothing when the driver is inactive.
   * @throws DriverOnTripError
   */
  deactivate(now: Date): void {
    this.mustBeOnNoTrip();
    if (!this.state.active) return;
    const changes = { active: false, available: false };
    this.happened('DriverDeactivated', now, changes, changes);
  }

  /**
   * Forgets the person, who drives no more; that there was a driver stays. The second time changes nothing.
   * @throws DriverOnTripError
   */
  erase(now: Date): void {
    this.mustBeOnNoTrip();
    if (this.isErased) return;
    const idle = { active: false, available: false };
    const changes = { name: null, licenseNumber: null, phone: null, ...idle, erasedAt: now };
    this.happened('DriverErased', now, changes, { ...idle, erasedAt: now.toISOString() });
  }

  /** @throws DriverNotAvailableError when the driver is inactive or on a trip */
  startTrip(tripId: TripId, now: Date): void {
    if (!this.state.available) throw new DriverNotAvailableError();
    const available = false;
    this.happened('DriverTripStarted', now, { available }, { tripId, available });
  }

  /** Changes nothing when the driver is on no trip: that a trip ends only once is the trip's rule. */
  endTrip(tripId: TripId, now: Date): void {
    if (!this.isOnTrip) return;
    const available = true;
    this.happened('DriverTripEnded', now, { available }, { tripId, available });
  }

  /**
   * The last thing that happens to a driver. Whether there were ever trips is for the repository to say.
   * @throws DriverOnTripError
   */
  delete(now: Date): void {
    this.mustBeOnNoTrip();
    this.happened('DriverDeleted', now, {}, {});
  }

  private get details(): DriverDetails {
    const { name, licenseNumber, phone } = this.state;
    if (name === null || licenseNumber === null || phone === null) throw new DriverErasedError();
    return { name, licenseNumber, phone };
  }

  private get isOnTrip(): boolean {
    return this.state.active && !this.state.available;
  }

  private mustBeOnNoTrip(): void {
    if (this.isOnTrip) throw new DriverOnTripError();
  }

  private happened<T extends DriverEventType>(
    type: T,
    now: Date,
    changes: Partial<DriverState>,
    payload: DriverEvents[T],
  ): void {
    const before = this.state;
    this.state = { ...before, ...changes, updatedAt: now };
    this.record(type, now, payload, before);
  }
}

function checkDetails(details: DriverDetails): DriverDetails {
  const checks = new FieldChecks();
  const checked = {
    name: checks.text('name', details.name, DRIVER_NAME_MAX_LENGTH),
    licenseNumber: licenseNumber(checks, details.licenseNumber),
    phone: phone(checks, details.phone),
  };
  checks.done();
  return checked;
}
