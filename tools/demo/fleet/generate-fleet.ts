import { NestFactory } from '@nestjs/core';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { Fleet } from './fleet';
import { FleetModule } from './fleet.module';
import { planFleet } from './plan-fleet';

/**
 * Fills an empty database with the demo fleet.
 *
 * @param anchor the start of a day in UTC: the fleet's history ends there
 */
export async function generateFleet(databaseUrl: string, anchor: Date): Promise<void> {
  // The product's own settings, whatever the environment says: the fleet is the same for everybody.
  const configuration = loadConfiguration({ DATABASE_URL: databaseUrl, DATABASE_MIGRATE: 'true' });
  const module = FleetModule.forRoot(configuration);
  const app = await NestFactory.createApplicationContext(module, { logger: ['error', 'warn'], abortOnError: false });
  try {
    await app.get(Fleet).live(planFleet(anchor));
  } finally {
    await app.close();
  }
}
