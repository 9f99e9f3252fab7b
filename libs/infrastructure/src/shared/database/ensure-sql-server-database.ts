import { Logger } from '@nestjs/common';
import mssql from 'mssql';
import { SqlServerAddress } from '@fleet/infrastructure/shared/config/database-url';
import { isAway } from './database-errors';

/**
 * Creates the database when it is missing and the login may do so. When it may not even look, the connection that
 * follows tells what is wrong.
 * @throws ConnectionError when the server does not answer
 */
export async function ensureSqlServerDatabase(address: SqlServerAddress): Promise<void> {
  const { host, port, database, username, password, encrypt, trustServerCertificate } = address;
  const pool = new mssql.ConnectionPool({
    server: host,
    port,
    database: 'master',
    user: username,
    password,
    options: { encrypt, trustServerCertificate, appName: 'FleetManager' },
    pool: { max: 1, min: 0 },
  });
  const logger = new Logger('Database');
  try {
    await pool.connect();
    const found = await pool
      .request()
      .input('name', database)
      .query('SELECT 1 AS found FROM sys.databases WHERE name = @name');
    if (found.recordset.length > 0) return;
    // A name cannot be a parameter; the configuration lets only letters, digits, _ and - through.
    await pool.request().query(`CREATE DATABASE [${database}]`);
    logger.log(`Created the database ${database}.`);
    await pool.request().query(`ALTER DATABASE [${database}] SET READ_COMMITTED_SNAPSHOT ON`);
  } catch (error) {
    if (isAway(error) && !isRefusedLogin(error)) throw error;
    logger.warn(
      `Could not prepare the database ${database}: ${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    await pool.close();
  }
}

function isRefusedLogin(error: unknown): boolean {
  return (error as { code?: string }).code === 'ELOGIN';
}
