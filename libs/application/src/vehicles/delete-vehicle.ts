import { Injectable } from '@nestjs/common';
import { Clock } from '@fleet/domain/shared/clock';
import {
  VehicleHasDeliveriesError,
  VehicleHasTripsError,
  VehicleNotFoundError,
} from '@fleet/domain/vehicles/vehicle.errors';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { ExpectedVersion, expectVersion } from '@fleet/application/shared/expect-version';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';

@Injectable()
export class DeleteVehicle {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vehicles: VehicleRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws VehicleNotFoundError, VersionMismatchError, VehicleHasTripsError, VehicleHasDeliveriesError */
  execute(id: string, expectedVersion?: ExpectedVersion): Promise<void> {
    return this.unitOfWork.run(async () => {
      const vehicle = await this.vehicles.find(id);
      if (!vehicle) throw new VehicleNotFoundError();
      expectVersion(vehicle, expectedVersion);
      if (await this.vehicles.hasTrips(id)) throw new VehicleHasTripsError();
      if (await this.vehicles.hasDeliveries(id)) throw new VehicleHasDeliveriesError();
      vehicle.delete(this.clock.now());
      await this.vehicles.remove(vehicle);
    });
  }
}
