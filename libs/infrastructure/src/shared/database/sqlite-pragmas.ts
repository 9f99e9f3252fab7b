import { SqliteConnection } from './sqlite-driver';

/** The engine's settings, the same for whoever opens the file. */
export function prepareSqlite(database: SqliteConnection): void {
  // Readers go on while somebody writes.
  database.pragma('journal_mode = WAL');
  // A write that was acknowledged survives a power cut.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // INSERT OR REPLACE deletes the row that is in its way: triggers that forbid it are asked, which they are not otherwise.
  database.pragma('recursive_triggers = ON');
  // What is deleted is overwritten: a destroyed key must not be found in a free page.
  database.pragma('secure_delete = ON');
  database.pragma('temp_store = MEMORY');
  // 32 MiB of pages, so that a fleet's indexes stay in memory.
  database.pragma('cache_size = -32768');
}
