import { Injectable } from '@nestjs/common';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { VehicleNotFoundError } from '@fleet/domain/vehicles/vehicle.errors';
import { PastStates } from '@fleet/application/audit/past-states';
import { VehicleView } from './vehicle.view';

/** A vehicle as it was at an instant. */
@Injectable()
export class ShowVehicleAt {
  constructor(private readonly states: PastStates) {}

  /**
   * @param limitedTo a driver, who sees vehicles as they are and not what has become of them
   * @throws VehicleNotFoundError when there was none yet, or none any more
   * @throws InvalidFieldsError when `asOf` is in the future
   */
  async execute(id: string, asOf: Date, limitedTo?: DriverId): Promise<VehicleView> {
    if (limitedTo !== undefined) throw new VehicleNotFoundError();
    const state = await this.states.find({ entity: 'Vehicle', entityId: id }, asOf);
    if (!state) throw new VehicleNotFoundError();
    const { version, createdAt, updatedAt } = state;
    const { plate, model, year, mileage, lastMaintenanceDate, nextMaintenanceDate, status } =
      state.fields as unknown as VehicleView;
    const dates = { lastMaintenanceDate, nextMaintenanceDate };
    return { id, plate, model, year, mileage, ...dates, status, version, createdAt, updatedAt };
  }
}
