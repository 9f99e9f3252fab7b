import { v7 } from 'uuid';
import { parseDatabaseUrl } from '@fleet/infrastructure/shared/config/database-url';
import { bulkInsert } from '@fleet/infrastructure/shared/database/bulk-insert';
import { connect } from '@fleet/infrastructure/shared/database/connect';
import { migrateSchema } from '@fleet/infrastructure/shared/database/schema-check';
import { VehicleSchema } from '@fleet/infrastructure/vehicles/vehicle.record';

const DUE = new Date('2026-01-31T12:00:00.000Z');

/** Makes the schema and puts `count` overdue vehicles into it, past the API, which would take a request for each. */
export async function insertDueVehicles(databaseUrl: string, count: number): Promise<void> {
  const dataSource = await connect(parseDatabaseUrl(databaseUrl)!, 1);
  try {
    await migrateSchema(dataSource);
    const vehicles = Array.from({ length: count }, (_, index) => ({
      id: v7(),
      plate: `D-${index}`,
      model: 'Fiat Strada',
      year: 2022,
      mileage: 0,
      lastMaintenanceDate: DUE,
      nextMaintenanceDate: DUE,
      status: 'Available' as const,
      version: 1,
      createdAt: DUE,
      updatedAt: DUE,
    }));
    await dataSource.transaction((manager) => bulkInsert(manager, VehicleSchema, vehicles));
  } finally {
    await dataSource.destroy();
  }
}
