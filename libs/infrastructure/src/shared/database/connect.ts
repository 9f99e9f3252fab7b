import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DatabaseAddress, SqliteAddress, SqlServerAddress } from '@fleet/infrastructure/shared/config/database-url';
import { askAgain, cannotOpen } from './ask-again';
import { dataSourceOptions, Migrations } from './data-source-options';
import { ensureSqlServerDatabase } from './ensure-sql-server-database';
import { whileBusy } from './sqlite-busy';

const LONGEST_BUSY_MS = 5_000;

/**
 * Opens the database; a server that is away is asked again for a minute.
 * @param migrations for whoever changes or judges the schema
 * @throws UnavailableError after that
 */
export function connect(address: DatabaseAddress, poolSize: number, migrations: Migrations = []): Promise<DataSource> {
  return address.engine === 'sqlite' ? openFile(address, migrations) : openServer(address, poolSize, migrations);
}

/** A new file is for its owner alone; what the engine puts beside it is made as the file is. */
const OWNER_ALONE = 0o600;

async function openFile(address: SqliteAddress, migrations: Migrations): Promise<DataSource> {
  try {
    if (address.file !== ':memory:' && !existsSync(address.file)) makeFile(address.file);
    // Of processes that start together, one at a time gives a new file its journal.
    const giveUpAt = performance.now() + LONGEST_BUSY_MS;
    return await whileBusy(giveUpAt, () => new DataSource(dataSourceOptions(address, 1, migrations)).initialize());
  } catch (error) {
    throw cannotOpen(error);
  }
}

function openServer(address: SqlServerAddress, poolSize: number, migrations: Migrations): Promise<DataSource> {
  const logger = new Logger('Database');
  return askAgain(
    async () => {
      await ensureSqlServerDatabase(address);
      return new DataSource(dataSourceOptions(address, poolSize, migrations)).initialize();
    },
    (reason, seconds) => logger.warn(`The database does not answer (${reason}). Asking again for ${seconds} s.`),
  );
}

function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  closeSync(openSync(file, 'a', OWNER_ALONE));
}
