import { DataSource } from 'typeorm';
import { Dialect, dialectOf } from '@fleet/infrastructure/shared/database/dialect';
import { BlindIndex } from './blind-index';
import { NamedKey } from './key-list';
import { openSeal, seal } from './seal';
import { SEALED_TABLES } from './sealed-columns';
import { SecretKeys } from './secret-keys';

const BLIND_INDEX = 'blind-index';
const ENCRYPTION = 'encryption:';
const TEXT = 'FleetManager';
const WHERE = 'See ENCRYPTION_KEYS and BLIND_INDEX_KEY; an embedded database has them in the file beside it, .keys.';

/** The keys are not those that the data was written with. To go on would write data that two sets of keys are needed for. */
export class UnknownKeysError extends Error {
  constructor(what: string) {
    super(`${what} Start with the keys that the data was written with. ${WHERE}`);
    this.name = 'UnknownKeysError';
  }
}

/** Where statements go: a data source, or a transaction on it. */
interface Connection {
  readonly dialect: Dialect;
  query<Rows>(sql: string, parameters?: unknown[]): Promise<Rows>;
}

/**
 * Compares the keys with what the database has noted of them, and notes those that are new. A key that is no longer
 * there must have nothing left that only it opens.
 * @throws UnknownKeysError
 */
export async function ensureKnownKeys(database: DataSource, keys: SecretKeys): Promise<void> {
  const noted = await readChecks(database);
  const index = noted.get(BLIND_INDEX);
  if (index !== undefined && index !== indexCheck(keys)) {
    throw new UnknownKeysError('The blind index of this database was made with another key.');
  }
  for (const [name, check] of noted) {
    if (!name.startsWith(ENCRYPTION)) continue;
    const id = name.slice(ENCRYPTION.length);
    const key = keys.encryption.find((one) => one.id === id);
    if (key && !opens(key, name, check)) throw new UnknownKeysError(`The encryption key ${id} has another secret.`);
    if (!key && (await isInUse(database, id))) throw new UnknownKeysError(`The encryption key ${id} is missing.`);
  }
  const query = <Rows>(sql: string, parameters?: unknown[]) => database.query<Rows>(sql, parameters);
  await noteKeys({ dialect: dialectOf(database.options), query }, keys, noted);
}

/** Notes the keys that are not among those noted. */
export async function noteKeys(
  database: Connection,
  keys: SecretKeys,
  noted: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const checks = keys.encryption.map((key): [string, string] => {
    const name = ENCRYPTION + key.id;
    return [name, seal(key, TEXT, placeOfCheck(name))];
  });
  for (const [name, value] of [...checks, [BLIND_INDEX, indexCheck(keys)] as const]) {
    // Of processes that start together each may be the first.
    const sql = `INSERT INTO KeyChecks (Name, Value) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM KeyChecks WHERE Name = ?)`;
    if (!noted.has(name)) await database.query(database.dialect.statement(sql), [name, value, name]);
  }
}

async function readChecks(database: DataSource): Promise<Map<string, string>> {
  const rows = await database.query<{ Name: string; Value: string }[]>('SELECT Name, Value FROM KeyChecks');
  return new Map(rows.map(({ Name, Value }) => [Name, Value]));
}

function indexCheck(keys: SecretKeys): string {
  return new BlindIndex(keys).of('KeyChecks', TEXT);
}

function opens(key: NamedKey, name: string, check: string): boolean {
  try {
    return openSeal([key], check, placeOfCheck(name)) === TEXT;
  } catch {
    return false;
  }
}

function placeOfCheck(name: string): string {
  return `KeyChecks.Value:${name}`;
}

async function isInUse(database: DataSource, keyId: string): Promise<boolean> {
  const prefix = `v1:${keyId}:`;
  for (const { table, columns } of SEALED_TABLES) {
    for (const column of columns) {
      const sql = `SELECT COUNT(*) AS found FROM ${table} WHERE SUBSTRING(${column}, 1, ?) = ?`;
      const parameters = [prefix.length, prefix];
      const [row] = await database.query<{ found: number }[]>(dialectOf(database.options).statement(sql), parameters);
      if (Number(row!.found) > 0) return true;
    }
  }
  return false;
}
