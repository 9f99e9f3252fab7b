import { VehicleId } from './vehicle-id';
import { VehicleStatus } from './vehicle-status';

/** The whole state of a vehicle, as it is stored. */
export interface VehicleSnapshot {
  id: VehicleId;
  plate: string;
  model: string;
  year: number;
  /** Whole kilometres. */
  mileage: number;
  lastMaintenanceDate: Date;
  nextMaintenanceDate: Date;
  status: VehicleStatus;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** What a person may change about a vehicle. Mileage is in kilometres; without one it stays as it is. */
export interface VehicleDetails {
  model: string;
  year: number;
  mileage?: number | null;
}

/** What a vehicle is registered with. Without a mileage it is 0; without a maintenance date it is now. */
export interface VehicleRegistration extends VehicleDetails {
  id: VehicleId;
  plate: string;
  lastMaintenanceDate?: Date | null;
}

export interface MaintenancePolicy {
  now: Date;
  /** Days of 24 hours from one maintenance to the next. */
  maintenanceIntervalDays: number;
}
