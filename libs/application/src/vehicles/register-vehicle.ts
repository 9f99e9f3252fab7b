import { Injectable } from '@nestjs/common';
import { Clock } from '@fleet/domain/shared/clock';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { Vehicle } from '@fleet/domain/vehicles/vehicle';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { Settings } from '@fleet/application/shared/settings';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { VehicleView, vehicleView } from './vehicle.view';

export interface RegisterVehicleCommand {
  readonly plate: string;
  readonly model: string;
  readonly year: number;
  /** Kilometres; 0 when left out. */
  readonly mileage?: number | undefined;
  /** Now when left out. */
  readonly lastMaintenanceDate?: Date | undefined;
}

@Injectable()
export class RegisterVehicle {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vehicles: VehicleRepository,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
    private readonly settings: Settings,
  ) {}

  /** @throws InvalidFieldsError, PlateTakenError */
  execute(command: RegisterVehicleCommand): Promise<VehicleView> {
    return this.unitOfWork.run(async () => {
      const vehicle = Vehicle.register(
        { id: this.ids.next(), ...command },
        { now: this.clock.now(), maintenanceIntervalDays: this.settings.maintenanceIntervalDays },
      );
      await this.vehicles.add(vehicle);
      return vehicleView(vehicle);
    });
  }
}
