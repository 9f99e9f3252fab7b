import { Injectable } from '@nestjs/common';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { DriverNotFoundError } from '@fleet/domain/drivers/driver.errors';
import { DriverRepository } from '@fleet/domain/drivers/driver.repository';
import { Clock } from '@fleet/domain/shared/clock';
import { TripNotFoundError } from '@fleet/domain/trips/trip.errors';
import { TripRepository } from '@fleet/domain/trips/trip.repository';
import { VehicleNotFoundError } from '@fleet/domain/vehicles/vehicle.errors';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { isWithin } from '@fleet/application/identity/limited-to';
import { ExpectedVersion, expectVersion } from '@fleet/application/shared/expect-version';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { TripView, tripView } from './trip.view';

export interface EndTripCommand {
  readonly id: string;
  readonly expectedVersion?: ExpectedVersion;
  /** Kilometres. */
  readonly distance: number;
  /** The driver to whose own things the caller is limited. */
  readonly limitedTo?: DriverId | undefined;
}

@Injectable()
export class EndTrip {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trips: TripRepository,
    private readonly vehicles: VehicleRepository,
    private readonly drivers: DriverRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws TripNotFoundError, VersionMismatchError, InvalidFieldsError, TripAlreadyEndedError */
  execute({ id, expectedVersion, distance, limitedTo }: EndTripCommand): Promise<TripView> {
    return this.unitOfWork.run(async () => {
      const now = this.clock.now();
      const trip = await this.trips.find(id);
      if (!trip || !isWithin(limitedTo, trip.driverId)) throw new TripNotFoundError();
      expectVersion(trip, expectedVersion);
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
      return tripView(trip);
    });
  }
}
