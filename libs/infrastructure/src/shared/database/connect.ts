import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UnavailableError } from '@fleet/application/shared/application-error';
import { DatabaseAddress } from '@fleet/infrastructure/shared/config/database-url';
import { dataSourceOptions } from './data-source-options';
import { ensureSqlServerDatabase } from './ensure-sql-server-database';

const GIVE_UP_AFTER_MS = 60_000;
const PAUSE_MS = 2_000;

/** Opens the database; a server that is away is asked again for a minute. @throws UnavailableError after that */
export async function connect(address: DatabaseAddress, poolSize: number): Promise<DataSource> {
  const logger = new Logger('Database');
  const giveUpAt = performance.now() + GIVE_UP_AFTER_MS;
  for (;;) {
    try {
      if (address.engine === 'mssql') await ensureSqlServerDatabase(address);
      return await new DataSource(dataSourceOptions(address, poolSize)).initialize();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const left = giveUpAt - performance.now();
      if (address.engine === 'sqlite' || left < PAUSE_MS) {
        throw new UnavailableError(`The database cannot be opened: ${reason}`, error);
      }
      logger.warn(`The database does not answer (${reason}). Asking again for ${Math.round(left / 1000)} s.`);
      await sleep(PAUSE_MS);
    }
  }
}
