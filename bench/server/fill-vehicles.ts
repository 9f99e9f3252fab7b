import { DataSource } from 'typeorm';
import { bulkInsert } from '@fleet/infrastructure/shared/database/bulk-insert';
import { VehicleSchema } from '@fleet/infrastructure/vehicles/vehicle.record';
import { fleetVehicle } from '../database/fleet-data';

/** As many as the longest page of what is measured. */
export const VEHICLES = 5_000;
const A_TURN = 500;

/** Makes sure that there are so many vehicles. */
export async function fillVehicles(dataSource: DataSource): Promise<void> {
  const count = await dataSource.manager.count(VehicleSchema);
  for (let from = count; from < VEHICLES; from += A_TURN) {
    const rows = Array.from({ length: A_TURN }, (_, index) => {
      const vehicle = fleetVehicle(from + index);
      return {
        ...vehicle,
        lastMaintenanceDate: new Date(vehicle.lastMaintenanceDate),
        nextMaintenanceDate: new Date(vehicle.nextMaintenanceDate),
        createdAt: new Date(vehicle.createdAt),
        updatedAt: new Date(vehicle.createdAt),
        version: 1,
      };
    });
    await bulkInsert(dataSource.manager, VehicleSchema, rows);
  }
}
