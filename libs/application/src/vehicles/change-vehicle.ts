import { Injectable } from '@nestjs/common';
import { Clock } from '@fleet/domain/shared/clock';
import { VehicleNotFoundError } from '@fleet/domain/vehicles/vehicle.errors';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { ExpectedVersion, expectVersion } from '@fleet/application/shared/expect-version';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { VehicleView, vehicleView } from './vehicle.view';

export interface ChangeVehicleCommand {
  readonly id: string;
  readonly expectedVersion?: ExpectedVersion;
  readonly model: string;
  readonly year: number;
  /** Kilometres. */
  readonly mileage: number;
}

@Injectable()
export class ChangeVehicle {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vehicles: VehicleRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws VehicleNotFoundError, VersionMismatchError, InvalidFieldsError, MileageCannotDecreaseError */
  execute(command: ChangeVehicleCommand): Promise<VehicleView> {
    return this.unitOfWork.run(async () => {
      const vehicle = await this.vehicles.find(command.id);
      if (!vehicle) throw new VehicleNotFoundError();
      expectVersion(vehicle, command.expectedVersion);
      vehicle.changeDetails(command, this.clock.now());
      await this.vehicles.update(vehicle);
      return vehicleView(vehicle);
    });
  }
}
