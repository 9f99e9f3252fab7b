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
  const snapshot = vehicle.snapshot();
  return {
    ...snapshot,
    lastMaintenanceDate: snapshot.lastMaintenanceDate.toISOString(),
    nextMaintenanceDate: snapshot.nextMaintenanceDate.toISOString(),
    createdAt: snapshot.createdAt.toISOString(),
    updatedAt: snapshot.updatedAt.toISOString(),
  };
}
