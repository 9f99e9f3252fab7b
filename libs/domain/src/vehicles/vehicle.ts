import { AggregateRoot } from '@fleet/domain/shared/aggregate-root';
import { addDays } from '@fleet/domain/shared/calendar';
import { changedFields } from '@fleet/domain/shared/changed-fields';
import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { TripId } from '@fleet/domain/trips/trip-id';
import { plate } from './plate';
import { model, typedMileage, year } from './vehicle-fields';
import { VehicleStatus } from './vehicle-status';
import {
  MileageCannotDecreaseError,
  VehicleHasTripsError,
  VehicleNotAvailableError,
  VehicleNotInMaintenanceError,
  VehicleNotInUseError,
} from './vehicle.errors';
import { VehicleEvents, VehicleEventType } from './vehicle.events';
import { MaintenancePolicy, VehicleDetails, VehicleRegistration, VehicleSnapshot } from './vehicle.snapshot';

export type { MaintenancePolicy, VehicleDetails, VehicleRegistration, VehicleSnapshot } from './vehicle.snapshot';

type VehicleState = Omit<VehicleSnapshot, 'id' | 'version'>;
type CheckedDetails = Pick<VehicleState, 'model' | 'year' | 'mileage'>;

/** A vehicle of the fleet: Available, InUse on a trip, or InMaintenance in the workshop. */
export class Vehicle extends AggregateRoot {
  private constructor(
    id: string,
    storedVersion: number,
    private state: VehicleState,
  ) {
    super('Vehicle', id, storedVersion);
  }

  /** @throws InvalidFieldsError with every field that is at fault */
  static register(details: VehicleRegistration, { now, maintenanceIntervalDays }: MaintenancePolicy): Vehicle {
    const checks = new FieldChecks();
    const fields = {
      plate: plate(checks, details.plate),
      model: model(checks, details.model),
      year: year(checks, details.year, now),
      mileage: typedMileage(checks, details.mileage ?? 0),
      status: 'Available' as const,
    };
    const lastMaintenanceDate = checks.notInFuture('lastMaintenanceDate', details.lastMaintenanceDate ?? now, now);
    checks.done();
    const dates = { lastMaintenanceDate, nextMaintenanceDate: addDays(lastMaintenanceDate, maintenanceIntervalDays) };
    // What is copied comes last: an object that grows beyond its first copy is several times as slow and as large.
    const vehicle = new Vehicle(details.id, 0, { createdAt: now, updatedAt: now, ...dates, ...fields });
    vehicle.record('VehicleRegistered', now, {
      lastMaintenanceDate: dates.lastMaintenanceDate.toISOString(),
      nextMaintenanceDate: dates.nextMaintenanceDate.toISOString(),
      ...fields,
    } satisfies VehicleEvents['VehicleRegistered']);
    return vehicle;
  }

  /** Rebuilds a stored vehicle. Checks nothing. */
  static restore({ id, version, ...state }: VehicleSnapshot): Vehicle {
    return new Vehicle(id, version, state);
  }

  get isInMaintenance(): boolean {
    return this.state.status === 'InMaintenance';
  }

  snapshot(): VehicleSnapshot {
    return { id: this.id, ...this.state, version: this.version };
  }

  /**
   * Changes model, year and mileage, in every status. The same values change nothing.
   * @throws InvalidFieldsError
   * @throws MileageCannotDecreaseError
   */
  changeDetails(details: VehicleDetails, now: Date): void {
    const checks = new FieldChecks();
    const checked = this.checkDetails(checks, details, now);
    checks.done();
    this.applyDetails(checked, now);
  }

  /**
   * What `changeDetails` and `moveLastMaintenance` do, with the faults of both gathered: a row of an import.
   * A mileage that goes down is a fault like any other.
   * @throws InvalidFieldsError with every field that is at fault
   */
  bringUpToDate(details: VehicleDetails & { lastMaintenanceDate?: Date | null }, policy: MaintenancePolicy): void {
    const { now, maintenanceIntervalDays } = policy;
    const checks = new FieldChecks();
    const checked = this.checkDetails(checks, details, now);
    if (checked.mileage < this.state.mileage) {
      checks.fault('mileage', `must not be below the ${this.state.mileage} km that the vehicle already has`);
    }
    const date = checks.notInFuture(
      'lastMaintenanceDate',
      details.lastMaintenanceDate ?? this.state.lastMaintenanceDate,
      now,
    );
    checks.done();
    this.applyDetails(checked, now);
    this.moveLastMaintenance(date, maintenanceIntervalDays, now);
  }

  /** @throws VehicleNotAvailableError */
  startTrip(tripId: TripId, now: Date): void {
    this.mustBeAvailable();
    const status = 'InUse';
    this.happened('VehicleTripStarted', now, { status }, { tripId, status });
  }

  /**
   * @param distance whole kilometres, which the trip has checked; the mileage grows by them without a limit
   * @throws VehicleNotInUseError
   */
  endTrip(tripId: TripId, distance: number, now: Date): void {
    if (this.state.status !== 'InUse') throw new VehicleNotInUseError();
    const changes = { status: 'Available' as const, mileage: this.state.mileage + distance };
    this.happened('VehicleTripEnded', now, changes, { tripId, ...changes });
  }

  /** @throws VehicleNotAvailableError */
  sendToMaintenance(now: Date): void {
    this.mustBeAvailable();
    const status = 'InMaintenance';
    this.happened('VehicleSentToMaintenance', now, { status }, { status });
  }

  /**
   * Takes in a maintenance record: completes the stay in the workshop if there is one, and else moves the dates alone.
   * @param date when it was done, which the maintenance record has checked
   */
  recordMaintenance(date: Date, intervalDays: number, now: Date): void {
    if (this.state.status === 'InMaintenance') this.completeMaintenance(date, intervalDays, now);
    else this.moveLastMaintenance(date, intervalDays, now);
  }

  /**
   * The vehicle leaves the workshop, even when `date` is too old to move the last maintenance date.
   * @throws VehicleNotInMaintenanceError
   */
  completeMaintenance(date: Date, intervalDays: number, now: Date): void {
    if (this.state.status !== 'InMaintenance') throw new VehicleNotInMaintenanceError();
    this.maintained('Available', date, intervalDays, now);
  }

  /**
   * Moves the last maintenance date forward, never back, and the next one `intervalDays` after it; the status stays.
   * @throws InvalidFieldsError when `date` is in the future
   */
  moveLastMaintenance(date: Date, intervalDays: number, now: Date): void {
    const checks = new FieldChecks();
    checks.notInFuture('lastMaintenanceDate', date, now);
    checks.done();
    if (this.isLaterMaintenance(date)) this.maintained(this.state.status, date, intervalDays, now);
  }

  /** Whether the next maintenance is due within `days` of 24 hours, or overdue; whatever the status. */
  isMaintenanceDue(days: number, now: Date): boolean {
    return this.state.nextMaintenanceDate.getTime() <= addDays(now, days).getTime();
  }

  /**
   * The last thing that happens to a vehicle. Whether it ever had trips is for the repository to say.
   * @throws VehicleHasTripsError when it is on a trip
   */
  delete(now: Date): void {
    if (this.state.status === 'InUse') throw new VehicleHasTripsError();
    this.happened('VehicleDeleted', now, {}, {});
  }

  private checkDetails(checks: FieldChecks, details: VehicleDetails, now: Date): CheckedDetails {
    const mileage = details.mileage ?? this.state.mileage;
    return {
      model: model(checks, details.model),
      year: year(checks, details.year, now),
      // A trip may have carried it beyond what can be typed in, and a client sends back what it has read.
      mileage: mileage === this.state.mileage ? mileage : typedMileage(checks, mileage),
    };
  }

  private applyDetails(details: CheckedDetails, now: Date): void {
    if (details.mileage < this.state.mileage) throw new MileageCannotDecreaseError();
    const changes = changedFields<CheckedDetails>(this.state, details);
    if (Object.keys(changes).length > 0) this.happened('VehicleDetailsChanged', now, changes, changes);
  }

  private mustBeAvailable(): void {
    if (this.state.status !== 'Available') throw new VehicleNotAvailableError();
  }

  private isLaterMaintenance(date: Date): boolean {
    return date.getTime() > this.state.lastMaintenanceDate.getTime();
  }

  private maintained(status: VehicleStatus, date: Date, intervalDays: number, now: Date): void {
    const { lastMaintenanceDate, nextMaintenanceDate } = this.state;
    const dates = this.isLaterMaintenance(date)
      ? { lastMaintenanceDate: date, nextMaintenanceDate: addDays(date, intervalDays) }
      : { lastMaintenanceDate, nextMaintenanceDate };
    const payload = {
      status,
      lastMaintenanceDate: dates.lastMaintenanceDate.toISOString(),
      nextMaintenanceDate: dates.nextMaintenanceDate.toISOString(),
    };
    this.happened('VehicleMaintained', now, { status, ...dates }, payload);
  }

  private happened<T extends VehicleEventType>(
    type: T,
    now: Date,
    changes: Partial<VehicleState>,
    payload: VehicleEvents[T],
  ): void {
    const before = this.state;
    this.state = { ...before, ...changes, updatedAt: now };
    this.record(type, now, payload, before);
  }
}
