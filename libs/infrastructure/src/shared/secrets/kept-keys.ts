import { existsSync } from 'node:fs';
import { SqliteDatabase } from '@fleet/infrastructure/shared/database/sqlite-driver';
import { KeyVariables, readOrMakeKeyFile } from './key-file';

/**
 * The keys beside an embedded database. New ones are for a new database alone, or for one of a release that had none:
 * beside data that was written with others they would be in the way of whoever brings those back.
 * @throws Error when the data was written with keys that are not there
 */
export function keptKeys(database: string): KeyVariables {
  const file = `${database}.keys`;
  if (!existsSync(file) && wasWrittenWithKeys(database)) {
    throw new Error(
      `The keys of ${database} are missing. Start with the keys that the data was written with. ` +
        `Bring ${file} back, or set them in the environment.`,
    );
  }
  return readOrMakeKeyFile(file);
}

function wasWrittenWithKeys(database: string): boolean {
  if (!existsSync(database)) return false;
  const connection = new SqliteDatabase(database, { readonly: true });
  try {
    const table = connection.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'KeyChecks'`).get();
    return table !== undefined && connection.prepare('SELECT 1 FROM KeyChecks').get() !== undefined;
  } finally {
    connection.close();
  }
}
