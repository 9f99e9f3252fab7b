import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import mssql from 'mssql';

/** Signs tokens where `SERVER_KEYS` are given. */
export const SERVER_SECRET = Buffer.alloc(32, 7);
const SECRET = SERVER_SECRET.toString('base64');

/** What a server's database needs beside its address. */
export const SERVER_KEYS = { JWT_KEYS: `k1:${SECRET}`, ENCRYPTION_KEYS: `k1:${SECRET}`, BLIND_INDEX_KEY: SECRET };

/** The embedded engine makes its own. */
export const TEST_KEYS: Record<string, string> = process.env.DATABASE_URL?.startsWith('mssql:') ? SERVER_KEYS : {};

/** The first user of every database. */
export const TEST_ADMIN = {
  ADMIN_EMAIL: 'admin@fleet.example',
  ADMIN_PASSWORD: 'correct horse battery staple',
} as const;

/** Where files are kept that tests upload. */
export const TEST_FILES = { FILES_DIR: join(process.env.TEST_DIRECTORY!, 'files') } as const;

/** A database that one test file has for itself. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Whether the suite runs against SQL Server: `DATABASE_URL=mssql://…`. */
export const onSqlServer = process.env.DATABASE_URL?.startsWith('mssql:') ?? false;

/** A new file, or a new database on the server that `DATABASE_URL` names. */
export function createTestDatabase(): TestDatabase {
  const name = `fleet_test_${randomBytes(6).toString('hex')}`;
  if (!onSqlServer) {
    return { url: `file:${join(process.env.TEST_DIRECTORY!, `${name}.db`)}`, drop: async () => undefined };
  }
  const url = new URL(process.env.DATABASE_URL!);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => dropDatabase(url, name) };
}

async function dropDatabase(url: URL, name: string): Promise<void> {
  const pool = await new mssql.ConnectionPool({
    server: url.hostname,
    port: Number(url.port || 1433),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: 'master',
    options: { encrypt: url.searchParams.get('encrypt') !== 'false', trustServerCertificate: true },
  }).connect();
  await pool.request().query(`DROP DATABASE [${name}]`);
  await pool.close();
}
