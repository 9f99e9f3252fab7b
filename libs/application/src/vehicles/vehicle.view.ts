import { Vehicle } from '@fleet/domain/vehicles/vehicle';
import { VehicleStatus } from '@fleet/domain/vehicles/vehicle-status';

/** A vehicle as readers see it. Instants are ISO 8601 in UTC. */
export interface VehicleView {
  readonly id: string;
  readonly plate: string;
  readonly model: string;
  readonly year: number;
  /** Kilometres. */
  readonly mileage: number;
  readonly lastMaintenanceDate: string;
  readonly nextMaintenanceDate: string;
  readonly status: VehicleStatus;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export function vehicleView(vehicle: Vehicle): VehicleView {
  const { id, plate, model, year, mileage, status, version, ...dates } = vehicle.snapshot();
  return {
    id,
    plate,
    model,
    year,
    mileage,
    lastMaintenanceDate: dates.lastMaintenanceDate.toISOString(),
    nextMaintenanceDate: dates.nextMaintenanceDate.toISOString(),
    status,
    version,
    createdAt: dates.createdAt.toISOString(),
    updatedAt: dates.updatedAt.toISOString(),
  };
}
