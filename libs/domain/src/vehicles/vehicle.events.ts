import { TripId } from '@fleet/domain/trips/trip-id';
import { VehicleStatus } from './vehicle-status';

/** What can happen to a vehicle, and what each event's payload holds. Instants are ISO 8601 in UTC. */
export type VehicleEvents = {
  VehicleRegistered: {
    plate: string;
    model: string;
    year: number;
    mileage: number;
    lastMaintenanceDate: string;
    nextMaintenanceDate: string;
    status: VehicleStatus;
  };
  /** Only the fields that changed. */
  VehicleDetailsChanged: { model?: string; year?: number; mileage?: number };
  VehicleTripStarted: { tripId: TripId; status: VehicleStatus };
  VehicleTripEnded: { tripId: TripId; status: VehicleStatus; mileage: number };
  VehicleSentToMaintenance: { status: VehicleStatus };
  VehicleMaintained: { lastMaintenanceDate: string; nextMaintenanceDate: string; status: VehicleStatus };
  VehicleDeleted: Record<string, never>;
};

export type VehicleEventType = keyof VehicleEvents;
