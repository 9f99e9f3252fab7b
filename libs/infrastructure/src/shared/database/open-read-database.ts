import { DatabaseAddress } from '@fleet/infrastructure/shared/config/database-url';
import { DatabaseFigures } from '@fleet/infrastructure/shared/metrics/database-figures';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { Untraced } from '@fleet/infrastructure/shared/tracing/untraced';
import { connect } from './connect';
import { DatabaseWatch } from './database-watch';
import { ReadDatabase } from './read-database';
import { SqlServerReadDatabase } from './sql-server-read-database';
import { SqliteDatabase } from './sqlite-driver';
import { prepareSqlite } from './sqlite-pragmas';
import { SqliteReadDatabase } from './sqlite-read-database';
import { Transaction } from './transaction';

/** Opens a database that is there, to read it alone. @throws UnavailableError when the server did not answer for a minute */
export async function openReadDatabase(address: DatabaseAddress): Promise<ReadDatabase> {
  const transaction = new Transaction();
  const watch = new DatabaseWatch(new DatabaseFigures(new Metrics()), new Untraced());
  if (address.engine === 'sqlite') return openSqliteReader(address.file, transaction, watch);
  return new SqlServerReadDatabase(await connect(address, 1), true, transaction, watch);
}

/** A connection of its own to the embedded database's file. */
export function openSqliteReader(file: string, transaction: Transaction, watch: DatabaseWatch): SqliteReadDatabase {
  const connection = new SqliteDatabase(file, { fileMustExist: true });
  prepareSqlite(connection);
  connection.pragma('query_only = ON');
  return new SqliteReadDatabase(connection, transaction, watch);
}
