import { Injectable } from '@nestjs/common';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { DriverNotFoundError } from '@fleet/domain/drivers/driver.errors';
import { DriverRepository } from '@fleet/domain/drivers/driver.repository';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { Trip, TripDetails } from '@fleet/domain/trips/trip';
import { TripRepository } from '@fleet/domain/trips/trip.repository';
import { VehicleNotFoundError } from '@fleet/domain/vehicles/vehicle.errors';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { isWithin } from '@fleet/application/identity/limited-to';

export interface TripStart extends Omit<TripDetails, 'id'> {
  /** The driver to whose own things the caller is limited. */
  readonly limitedTo?: DriverId | undefined;
}

/** Sends a vehicle and a driver on a trip, whoever asks for it: a dispatcher or a delivery. Inside a unit of work. */
@Injectable()
export class TripStarts {
  constructor(
    private readonly trips: TripRepository,
    private readonly vehicles: VehicleRepository,
    private readonly drivers: DriverRepository,
    private readonly ids: IdGenerator,
  ) {}

  /**
   * @throws InvalidFieldsError, VehicleNotFoundError, DriverNotFoundError, VehicleNotAvailableError,
   * DriverNotAvailableError
   */
  async start({ limitedTo, ...details }: TripStart, now: Date): Promise<Trip> {
    const trip = Trip.start({ id: this.ids.next(), ...details }, now);
    const vehicle = await this.vehicles.find(trip.vehicleId);
    if (!vehicle) throw new VehicleNotFoundError();
    const driver = isWithin(limitedTo, trip.driverId) ? await this.drivers.find(trip.driverId) : null;
    if (!driver) throw new DriverNotFoundError();
    vehicle.startTrip(trip.id, now);
    driver.startTrip(trip.id, now);
    // The trip first: who loses the race for the vehicle or the driver learns it here, without another try.
    // Trip, vehicle, driver is the order of locks in TripEnds too, so that the two do not wait for each other.
    await this.trips.add(trip);
    await this.vehicles.update(vehicle);
    await this.drivers.update(driver);
    return trip;
  }
}
