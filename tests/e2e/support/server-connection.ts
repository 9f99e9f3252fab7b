import mssql from 'mssql';

/** One connection to the database on a server, which keeps what is set on it. */
export function connectToServer(databaseUrl: string): Promise<mssql.ConnectionPool> {
  const url = new URL(databaseUrl);
  return new mssql.ConnectionPool({
    server: url.hostname,
    port: Number(url.port || 1433),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
    pool: { min: 1, max: 1 },
    requestTimeout: 300_000,
    options: { encrypt: url.searchParams.get('encrypt') !== 'false', trustServerCertificate: true, useUTC: true },
  }).connect();
}
