import { Injectable } from '@nestjs/common';
import { Crew } from '@fleet/domain/deliveries/crew';
import { AssignmentConflictError } from '@fleet/domain/deliveries/delivery.errors';
import { DeliveryId } from '@fleet/domain/deliveries/delivery-id';
import { DeliveryRepository } from '@fleet/domain/deliveries/delivery.repository';
import { Slot } from '@fleet/domain/deliveries/planned-route';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { DriverInactiveError, DriverNotFoundError } from '@fleet/domain/drivers/driver.errors';
import { DriverRepository } from '@fleet/domain/drivers/driver.repository';
import { VehicleId } from '@fleet/domain/vehicles/vehicle-id';
import { VehicleInMaintenanceError, VehicleNotFoundError } from '@fleet/domain/vehicles/vehicle.errors';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';

/** How a crew is looked at: held for the delivery, or as far as it can be seen. */
export type CrewCheck = (crew: Crew, slot: Slot, deliveryId: DeliveryId) => Promise<void>;

/** Sees to it that nobody is held by two deliveries at once. */
@Injectable()
export class Assignments {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly vehicles: VehicleRepository,
    private readonly drivers: DriverRepository,
  ) {}

  /**
   * Takes the crew for a delivery's slot, inside a unit of work. Its rows are held until the unit of work is over, the
   * vehicle's before the driver's: of any number who want one of them at once, each sees what the one before has written.
   *
   * @throws VehicleNotFoundError, VehicleInMaintenanceError, DriverNotFoundError, DriverInactiveError,
   * AssignmentConflictError
   */
  async take(crew: Crew, slot: Slot, deliveryId: DeliveryId): Promise<void> {
    if (crew.vehicleId !== null) await this.holdVehicle(crew.vehicleId);
    if (crew.driverId !== null) await this.holdDriver(crew.driverId);
    await this.mustBeFree(crew, slot, deliveryId);
  }

  /**
   * As far as it can be seen, in a unit of work or not: nobody is held.
   * @throws AssignmentConflictError
   */
  async mustBeFree(crew: Crew, slot: Slot, deliveryId: DeliveryId): Promise<void> {
    const conflicts = await this.deliveries.findConflicts(crew, slot, deliveryId);
    if (conflicts.length > 0) throw new AssignmentConflictError(conflicts);
  }

  private async holdVehicle(id: VehicleId): Promise<void> {
    const vehicle = (await this.vehicles.lock(id)) ? await this.vehicles.find(id) : null;
    if (!vehicle) throw new VehicleNotFoundError();
    if (vehicle.isInMaintenance) throw new VehicleInMaintenanceError();
  }

  private async holdDriver(id: DriverId): Promise<void> {
    const driver = (await this.drivers.lock(id)) ? await this.drivers.find(id) : null;
    if (!driver) throw new DriverNotFoundError();
    if (!driver.isActive) throw new DriverInactiveError();
  }
}
