import { DriverId } from '@fleet/domain/drivers/driver-id';
import { VehicleId } from '@fleet/domain/vehicles/vehicle-id';

/** Who drives, and what with; null is nobody yet. */
export interface Crew {
  readonly vehicleId: VehicleId | null;
  readonly driverId: DriverId | null;
}
