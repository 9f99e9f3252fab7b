import { DataSourceOptions, MigrationInterface } from 'typeorm';
import { DatabaseAddress, SqliteAddress, SqlServerAddress } from '@fleet/infrastructure/shared/config/database-url';
import { forSqlite } from './entities';
import { SCHEMAS } from './schemas';
import { SqliteDatabase } from './sqlite-driver';
import { prepareSqlite } from './sqlite-pragmas';

export type Migrations = (new () => MigrationInterface)[];

/** The embedded engine waits for another process's write lock this long, then lets the event loop go on. */
const SQLITE_BUSY_TIMEOUT_MS = 2;

/** Statements that stay prepared: what the product does to its tables, in each number of rows that it does it for. */
const SQLITE_STATEMENTS = 500;

export function dataSourceOptions(
  address: DatabaseAddress,
  poolSize: number,
  migrations: Migrations,
): DataSourceOptions {
  return address.engine === 'sqlite'
    ? sqliteOptions(address, migrations)
    : sqlServerOptions(address, poolSize, migrations);
}

function sqliteOptions({ file }: SqliteAddress, migrations: Migrations): DataSourceOptions {
  return {
    type: 'better-sqlite3',
    driver: SqliteDatabase,
    database: file,
    timeout: SQLITE_BUSY_TIMEOUT_MS,
    statementCacheSize: SQLITE_STATEMENTS,
    prepareDatabase: prepareSqlite,
    entities: SCHEMAS.map(forSqlite),
    migrations,
    migrationsTableName: 'Migrations',
    migrationsTransactionMode: 'each',
  };
}

function sqlServerOptions(address: SqlServerAddress, poolSize: number, migrations: Migrations): DataSourceOptions {
  const { host, port, database, username, password, encrypt, trustServerCertificate } = address;
  // The driver writes ids in lower case by itself, as the product has them; TypeORM's types do not know that yet.
  const options = { encrypt, trustServerCertificate, useUTC: true, lowerCaseGuids: true, appName: 'FleetManager' };
  return {
    type: 'mssql',
    host,
    port,
    database,
    username,
    password,
    isolationLevel: 'READ COMMITTED',
    entities: SCHEMAS,
    migrations,
    migrationsTableName: 'Migrations',
    migrationsTransactionMode: 'each',
    pool: { max: poolSize, min: 0, acquireTimeoutMillis: 5_000 },
    options,
  };
}
