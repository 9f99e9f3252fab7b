import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteConnection, SqliteDatabase } from '@fleet/infrastructure/shared/database/sqlite-driver';
import { FleetFiles } from '../database/fleet-files';
import { fleetKeys } from '../database/fleet-keys';
import { DRIVERS } from '../database/fleet-data';
import { seedDrivers } from '../database/seed';
import { withoutIndexes } from '../database/without-indexes';
import { DeliverySeed } from '../deliveries/seed-deliveries';
import { startServer } from '../process/server-process';
import { productCommand } from '../servers';
import { seedMaintenance } from './seed-maintenance';
import { seedOthers } from './seed-others';
import { seedTrips } from './seed-trips';
import { Size } from './sizes';

const ON_ROAD = 5_000;

/** Counts up when the seeded rows change. The schema may change: the product migrates the file when it starts on it. */
const SEED_VERSION = 2;

/** The kept file of a fleet of this size. It is made once, which takes minutes for the large one. */
export async function filledFile(files: FleetFiles, directory: string, size: Size): Promise<string> {
  const kept = join(directory, `lists-${size.vehicles}-${SEED_VERSION}.db`);
  if (existsSync(kept)) return kept;
  console.log(`Making ${size.vehicles} vehicles, ${size.trips} trips and ${size.deliveries} deliveries …`);
  mkdirSync(directory, { recursive: true });
  const file = await files.copy(size.vehicles, `lists-${size.vehicles}.db`);
  // The first start makes the administrator, as long as there are no other users.
  await (await startServer(productCommand(files, file, []))).stop();
  const database = new SqliteDatabase(file);
  // A file that is being made may be lost. Without a large cache the indexes of a million rows take ten times as long.
  const quickly = ['journal_mode = DELETE', 'journal_mode = OFF', 'synchronous = OFF', 'foreign_keys = OFF'];
  for (const pragma of [...quickly, 'cache_size = -2097152', 'temp_store = FILE']) database.pragma(pragma);
  fill(database, size);
  database.close();
  renameSync(file, kept);
  return kept;
}

function fill(database: SqliteConnection, size: Size): void {
  const keys = fleetKeys();
  const inOneGo = database.transaction(() => {
    seedDrivers(database, keys, DRIVERS, size.drivers);
    seedTrips(database, size);
    seedMaintenance(database, size);
    seedOthers(database, keys, size);
  });
  withoutIndexes(database, () => {
    DeliverySeed.fill(database, keys, size.deliveries, ON_ROAD);
    inOneGo();
  });
}
