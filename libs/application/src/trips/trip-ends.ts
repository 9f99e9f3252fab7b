import { Injectable } from '@nestjs/common';
import { DriverNotFoundError } from '@fleet/domain/drivers/driver.errors';
import { DriverRepository } from '@fleet/domain/drivers/driver.repository';
import { Trip } from '@fleet/domain/trips/trip';
import { TripId } from '@fleet/domain/trips/trip-id';
import { TripNotFoundError } from '@fleet/domain/trips/trip.errors';
import { TripRepository } from '@fleet/domain/trips/trip.repository';
import { VehicleNotFoundError } from '@fleet/domain/vehicles/vehicle.errors';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';

/** Gives vehicle and driver back when a trip ends, whoever ends it. Inside a unit of work. */
@Injectable()
export class TripEnds {
  constructor(
    private readonly trips: TripRepository,
    private readonly vehicles: VehicleRepository,
    private readonly drivers: DriverRepository,
  ) {}

  /**
   * @param distance whole kilometres
   * @param mayEnd throws when the trip is not the caller's to end; nothing is looked at before
   * @throws TripNotFoundError, InvalidFieldsError, TripAlreadyEndedError
   */
  async end(id: TripId, distance: number, now: Date, mayEnd?: (trip: Trip) => void): Promise<Trip> {
    const trip = await this.trips.find(id);
    if (!trip) throw new TripNotFoundError();
    mayEnd?.(trip);
    trip.end(distance, now);
    // Written before the others are read: of two who end the same trip, the second waits here and then finds it ended.
    await this.trips.update(trip);
    const vehicle = await this.vehicles.find(trip.vehicleId);
    if (!vehicle) throw new VehicleNotFoundError();
    vehicle.endTrip(trip.id, distance, now);
    await this.vehicles.update(vehicle);
    const driver = await this.drivers.find(trip.driverId);
    if (!driver) throw new DriverNotFoundError();
    driver.endTrip(trip.id, now);
    await this.drivers.update(driver);
    return trip;
  }
}
