import { SqliteConnection } from '@fleet/infrastructure/shared/database/sqlite-driver';

const ROWS_A_STATEMENT = 100;

export interface Inserter {
  /** @param row a value for each column */
  add(row: readonly unknown[]): void;
  flush(): void;
}

/** Writes rows a hundred a statement. @param names of the columns that the values are of */
export function inserter(database: SqliteConnection, table: string, names: readonly string[]): Inserter {
  const columns = names.length;
  const statement = (rows: number) => {
    const row = `(${Array(columns).fill('?').join(', ')})`;
    return database.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES ${Array(rows).fill(row).join(', ')}`);
  };
  const full = statement(ROWS_A_STATEMENT);
  let values: unknown[] = [];
  return {
    add(row) {
      values.push(...row);
      if (values.length < ROWS_A_STATEMENT * columns) return;
      full.run(values);
      values = [];
    },
    flush() {
      if (values.length > 0) statement(values.length / columns).run(values);
      values = [];
    },
  };
}
