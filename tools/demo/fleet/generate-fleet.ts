import { NestFactory } from '@nestjs/core';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { planDeliveries } from '@fleet/tools/demo/deliveries/plan-deliveries';
import { Fleet } from './fleet';
import { FleetModule } from './fleet.module';
import { planFleet } from './plan-fleet';
import { inOrder, WorkingCalendar } from './working-calendar';

/** Where the fleet is kept: a database, and the folder of the files that belong to it. */
export interface FleetStore {
  readonly databaseUrl: string;
  readonly filesFolder: string;
}

/**
 * Fills an empty database with the demo fleet. The year of trips ends with the day before, in UTC; what is delivered is
 * told up to the present.
 */
export async function generateFleet({ databaseUrl, filesFolder }: FleetStore, now: Date): Promise<void> {
  // The product's own settings, whatever the environment says: the fleet is the same for everybody.
  const settings = { DATABASE_URL: databaseUrl, DATABASE_MIGRATE: 'true', FILES_DIR: filesFolder };
  const module = FleetModule.forRoot(loadConfiguration(settings));
  const app = await NestFactory.createApplicationContext(module, { logger: ['error', 'warn'], abortOnError: false });
  const calendar = new WorkingCalendar(startOfDay(now));
  const fleet = planFleet(calendar);
  try {
    await app.get(Fleet).live(inOrder([...fleet.deeds, ...planDeliveries(fleet, calendar, now)]));
  } finally {
    await app.close();
  }
}

function startOfDay(instant: Date): Date {
  const day = new Date(instant);
  day.setUTCHours(0, 0, 0, 0);
  return day;
}
