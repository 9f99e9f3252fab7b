export interface SqliteAddress {
  readonly engine: 'sqlite';
  /** A path, or `:memory:`. */
  readonly file: string;
}

export interface SqlServerAddress {
  readonly engine: 'mssql';
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly username: string;
  readonly password: string;
  readonly encrypt: boolean;
  readonly trustServerCertificate: boolean;
}

export type DatabaseAddress = SqliteAddress | SqlServerAddress;

const DATABASE_NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,127}$/;

/** What a `DATABASE_URL` names, or null when it names nothing. */
export function parseDatabaseUrl(url: string): DatabaseAddress | null {
  if (url.startsWith('file:')) {
    const file = url.slice('file:'.length);
    return file === '' ? null : { engine: 'sqlite', file };
  }
  try {
    return parseSqlServerUrl(new URL(url));
  } catch {
    return null;
  }
}

function parseSqlServerUrl(url: URL): SqlServerAddress | null {
  const database = decodeURIComponent(url.pathname.slice(1));
  if (url.protocol !== 'mssql:' || url.hostname === '' || url.username === '' || !DATABASE_NAME.test(database))
    return null;
  return {
    engine: 'mssql',
    host: url.hostname,
    port: url.port === '' ? 1433 : Number(url.port),
    database,
    username: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    encrypt: url.searchParams.get('encrypt') !== 'false',
    trustServerCertificate: url.searchParams.get('trustServerCertificate') === 'true',
  };
}
