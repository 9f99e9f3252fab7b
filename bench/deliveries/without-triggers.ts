import { SqliteConnection } from '@fleet/infrastructure/shared/database/sqlite-driver';

interface Trigger {
  readonly name: string;
  readonly sql: string;
}

/** Runs `work` without the triggers of deliveries, which it does what they would have done. */
export function withoutTriggers(database: SqliteConnection, work: () => void): void {
  const triggers = database
    .prepare<[], Trigger>(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'Deliveries'`)
    .all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  work();
  for (const { sql } of triggers) database.exec(sql);
}
