import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Without row versions readers wait for writers on SQL Server. A database that somebody else made may lack them. */
export async function warnWithoutRowVersions(dataSource: DataSource): Promise<void> {
  const rows = await dataSource.query<{ found: boolean; name: string }[]>(
    'SELECT is_read_committed_snapshot_on AS found, name FROM sys.databases WHERE name = DB_NAME()',
  );
  const database = rows[0];
  if (!database || database.found) return;
  new Logger('Database').warn(
    `Readers wait for writers in ${database.name}. Run: ALTER DATABASE [${database.name}] SET READ_COMMITTED_SNAPSHOT ON`,
  );
}
