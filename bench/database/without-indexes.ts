import { SqliteConnection } from '@fleet/infrastructure/shared/database/sqlite-driver';

interface Index {
  readonly name: string;
  readonly sql: string;
}

/** Runs `work` without any index and builds the indexes afterwards, which is many times faster for a million rows. */
export function withoutIndexes(database: SqliteConnection, work: () => void): void {
  const indexes = database
    .prepare<[], Index>(`SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`)
    .all();
  for (const { name } of indexes) database.exec(`DROP INDEX ${name}`);
  work();
  for (const { sql } of indexes) database.exec(sql);
}
