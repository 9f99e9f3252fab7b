import { VehicleId } from '@fleet/domain/vehicles/vehicle-id';

/** What can happen to a maintenance record. `date` is ISO 8601 in UTC, `cost` a decimal such as `1234.50`. */
export type MaintenanceRecordEvents = {
  MaintenanceRecorded: { vehicleId: VehicleId; date: string; description: string; cost: string };
};
