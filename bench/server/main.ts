import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { connect } from '@fleet/infrastructure/shared/database/connect';
import { DatabaseWatch } from '@fleet/infrastructure/shared/database/database-watch';
import { migrationsWith } from '@fleet/infrastructure/shared/database/migrations';
import { SqlServerReadDatabase } from '@fleet/infrastructure/shared/database/sql-server-read-database';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { DatabaseFigures } from '@fleet/infrastructure/shared/metrics/database-figures';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { Untraced } from '@fleet/infrastructure/shared/tracing/untraced';
import { FLEET_KEYS, fleetKeys } from '../database/fleet-keys';
import { compareReads, rawReader } from './compare-reads';
import { fillVehicles } from './fill-vehicles';
import { serverReport } from './report';

const REPORT = join(__dirname, '../../../bench/server.md');
const POOL_SIZE = 4;

/**
 * `npm run bench:server`, with a server's DATABASE_URL: how many rows a second queries get, against the driver alone with
 * the same statement and the same pool. The database that is named there is filled with vehicles.
 */
async function main(): Promise<void> {
  const { database } = loadConfiguration({ DATABASE_URL: process.env.DATABASE_URL, ...FLEET_KEYS });
  if (database.engine !== 'mssql') throw new Error('Set DATABASE_URL to a SQL Server: this is about its driver.');
  const dataSource = await connect(database, POOL_SIZE, migrationsWith(fleetKeys()));
  try {
    await dataSource.runMigrations();
    await fillVehicles(dataSource);
    const watch = new DatabaseWatch(new DatabaseFigures(new Metrics()), new Untraced());
    const product = new SqlServerReadDatabase(dataSource, false, new Transaction(), watch);
    const text = serverReport(await compareReads(product, rawReader(dataSource)));
    writeFileSync(REPORT, text);
    console.log(text);
  } finally {
    await dataSource.destroy();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
