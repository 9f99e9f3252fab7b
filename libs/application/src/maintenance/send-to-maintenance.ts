import { Injectable } from '@nestjs/common';
import { Clock } from '@fleet/domain/shared/clock';
import { VehicleNotFoundError } from '@fleet/domain/vehicles/vehicle.errors';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { ExpectedVersion, expectVersion } from '@fleet/application/shared/expect-version';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { VehicleView, vehicleView } from '@fleet/application/vehicles/vehicle.view';

export interface SendToMaintenanceCommand {
  readonly vehicleId: string;
  readonly expectedVersion?: ExpectedVersion;
}

@Injectable()
export class SendToMaintenance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vehicles: VehicleRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws VehicleNotFoundError, VersionMismatchError, VehicleNotAvailableError */
  execute({ vehicleId, expectedVersion }: SendToMaintenanceCommand): Promise<VehicleView> {
    return this.unitOfWork.run(async () => {
      const vehicle = await this.vehicles.find(vehicleId);
      if (!vehicle) throw new VehicleNotFoundError();
      expectVersion(vehicle, expectedVersion);
      vehicle.sendToMaintenance(this.clock.now());
      await this.vehicles.update(vehicle);
      return vehicleView(vehicle);
    });
  }
}
