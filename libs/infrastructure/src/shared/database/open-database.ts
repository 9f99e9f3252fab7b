import { DataSource } from 'typeorm';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { ensureKnownKeys } from '@fleet/infrastructure/shared/secrets/key-checks';
import { SecretKeys } from '@fleet/infrastructure/shared/secrets/secret-keys';
import { connect } from './connect';
import { Database } from './database';
import { DatabaseWatch } from './database-watch';
import { MemoryReadDatabase } from './memory-read-database';
import { migrationsWith } from './migrations';
import { openSqliteReader } from './open-read-database';
import { warnWithoutRowVersions } from './row-versions';
import { ensureCurrentSchema } from './schema-check';
import { SqlServerReadDatabase } from './sql-server-read-database';
import { SqlServerTransactions } from './sql-server-transactions';
import { LONGEST_LOG_PAGES, SqliteCheckpoints } from './sqlite-checkpoints';
import { SqliteTransactions } from './sqlite-transactions';
import { wipeTable } from './sqlite-wipe';
import { compactWhenMarked } from './sqlite-compaction';
import { Transaction } from './transaction';
import { watchPool } from './watch-pool';
import { watchQueries } from './watch-queries';
import { WriterLine } from './writer-line';

/**
 * Connects, migrates when told to, and refuses a schema that is not the one of this version, or data of other keys.
 *
 * @throws PendingMigrationsError, UnknownKeysError
 * @throws UnavailableError when the server did not answer for a minute
 */
export async function openDatabase(
  configuration: Configuration,
  keys: SecretKeys,
  transaction: Transaction,
  watch: DatabaseWatch,
): Promise<Database> {
  const { database, readDatabase, migrateAtStart, environment } = configuration;
  const writer = await connect(database, environment.DATABASE_POOL_SIZE, migrationsWith(keys));
  try {
    await ensureCurrentSchema(writer, migrateAtStart);
    await ensureKnownKeys(writer, keys);
    await compactWhenMarked(writer);
    // What is asked once, about the database itself, is none of the figures.
    if (database.engine === 'mssql') await warnWithoutRowVersions(writer);
    watchQueries(writer, watch);
    if (database.engine === 'sqlite') return await openSqlite(writer, database.file, transaction, watch);
    watchPool('writer', writer, watch.figures);
    const reader = readDatabase ? await connect(readDatabase, environment.DATABASE_POOL_SIZE) : writer;
    if (reader !== writer) {
      watchQueries(reader, watch);
      watchPool('reader', reader, watch.figures);
    }
    const primary = new SqlServerReadDatabase(writer, false, transaction, watch);
    return new Database(
      writer,
      reader === writer ? primary : new SqlServerReadDatabase(reader, true, transaction, watch),
      primary,
      new SqlServerTransactions(writer),
    );
  } catch (error) {
    await writer.destroy();
    throw error;
  }
}

async function openSqlite(
  writer: DataSource,
  file: string,
  transaction: Transaction,
  watch: DatabaseWatch,
): Promise<Database> {
  const { figures } = watch;
  const line = new WriterLine(figures);
  if (file === ':memory:') {
    const only = new MemoryReadDatabase(writer, line, transaction);
    return new Database(writer, only, only, new SqliteTransactions(writer, line, figures));
  }
  await writer.query(`PRAGMA wal_autocheckpoint = ${LONGEST_LOG_PAGES}`);
  const reader = openSqliteReader(file, transaction, watch);
  const transactions = new SqliteTransactions(writer, line, figures, {
    checkpoints: new SqliteCheckpoints(file),
    wipe: (table) => wipeTable(file, table),
  });
  return new Database(writer, reader, reader, transactions);
}
