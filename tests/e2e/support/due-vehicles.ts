import { v7 } from 'uuid';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { bulkInsert } from '@fleet/infrastructure/shared/database/bulk-insert';
import { connect } from '@fleet/infrastructure/shared/database/connect';
import { migrationsWith } from '@fleet/infrastructure/shared/database/migrations';
import { migrateSchema } from '@fleet/infrastructure/shared/database/schema-check';
import { loadSecretKeys } from '@fleet/infrastructure/shared/secrets/load-secret-keys';
import { VehicleSchema } from '@fleet/infrastructure/vehicles/vehicle.record';
import { TEST_KEYS } from './test-database';

const DUE = new Date('2026-01-31T12:00:00.000Z');

/** Makes the schema and puts `count` overdue vehicles into it, past the API, which would take a request for each. */
export async function insertDueVehicles(databaseUrl: string, count: number): Promise<void> {
  const configuration = loadConfiguration({ DATABASE_URL: databaseUrl, ...TEST_KEYS });
  const dataSource = await connect(configuration.database, 1, migrationsWith(loadSecretKeys(configuration)));
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
