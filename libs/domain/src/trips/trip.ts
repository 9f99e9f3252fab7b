import { DeliveryId } from '@fleet/domain/deliveries/delivery-id';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { AggregateRoot } from '@fleet/domain/shared/aggregate-root';
import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { VehicleId } from '@fleet/domain/vehicles/vehicle-id';
import { TripId } from './trip-id';
import { TripAlreadyEndedError, TripOfDeliveryError } from './trip.errors';
import { TripEvents } from './trip.events';

export const ROUTE_MAX_LENGTH = 255;

/** Kilometres of one trip. */
export const DISTANCE_MAX = 100_000;

/** What a trip starts with. */
export interface TripDetails {
  id: TripId;
  vehicleId: VehicleId;
  driverId: DriverId;
  route: string;
  /** The delivery that the trip is for and that ends it; null for a trip that somebody starts and ends by hand. */
  deliveryId: DeliveryId | null;
}

export interface TripSnapshot extends TripDetails {
  startDate: Date;
  /** Null while the trip runs. */
  endDate: Date | null;
  /** Whole kilometres; 0 while the trip runs. */
  distance: number;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

type TripState = Omit<TripSnapshot, 'id' | 'version'>;

/** One vehicle, driven by one driver along one route. It ends once. */
export class Trip extends AggregateRoot {
  private constructor(
    id: TripId,
    storedVersion: number,
    private state: TripState,
  ) {
    super('Trip', id, storedVersion);
  }

  /**
   * Whether the vehicle and the driver are available is theirs to say: ask them to start the trip as well.
   * @throws InvalidFieldsError
   */
  static start({ id, vehicleId, driverId, deliveryId, ...details }: TripDetails, now: Date): Trip {
    const checks = new FieldChecks();
    const route = checks.text('route', details.route, ROUTE_MAX_LENGTH);
    checks.done();
    const fields = { vehicleId, driverId, route, deliveryId, endDate: null, distance: 0 };
    const trip = new Trip(id, 0, { ...fields, startDate: now, createdAt: now, updatedAt: now });
    trip.record('TripStarted', now, { ...fields, startDate: now.toISOString() } satisfies TripEvents['TripStarted']);
    return trip;
  }

  /** Rebuilds a stored trip. Checks nothing. */
  static restore({ id, version, ...state }: TripSnapshot): Trip {
    return new Trip(id, version, state);
  }

  get vehicleId(): VehicleId {
    return this.state.vehicleId;
  }

  get driverId(): DriverId {
    return this.state.driverId;
  }

  snapshot(): TripSnapshot {
    return { id: this.id, ...this.state, version: this.version };
  }

  /** @throws TripOfDeliveryError while it runs for a delivery */
  mustBeEndedByHand(): void {
    const { deliveryId, endDate } = this.state;
    if (deliveryId !== null && endDate === null) throw new TripOfDeliveryError(deliveryId);
  }

  /**
   * @param distance what was driven, in whole kilometres
   * @throws InvalidFieldsError
   * @throws TripAlreadyEndedError
   */
  end(distance: number, now: Date): void {
    const checks = new FieldChecks();
    const driven = checks.wholeNumber('distance', distance, 0, DISTANCE_MAX);
    checks.done();
    if (this.state.endDate !== null) throw new TripAlreadyEndedError();
    // Two machines' clocks may differ a little; still no trip ends before it has started.
    const endDate = now < this.state.startDate ? this.state.startDate : now;
    const before = this.state;
    this.state = { ...before, endDate, distance: driven, updatedAt: now };
    const payload = { endDate: endDate.toISOString(), distance: driven };
    this.record('TripEnded', now, payload satisfies TripEvents['TripEnded'], before);
  }
}
