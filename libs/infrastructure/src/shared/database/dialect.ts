import { MssqlParameter } from 'typeorm/driver/sqlserver/MssqlParameter';

/** What a statement may carry as a parameter. */
export type SqlValue = string | number | boolean | Date | null;

/** Where the two engines speak differently. Statements are written with `?` for each parameter. */
export interface Dialect {
  readonly engine: 'sqlite' | 'mssql';
  /** The statement with this engine's placeholders. */
  statement(text: string): string;
  parameter(value: SqlValue): unknown;
  /** Comes after ORDER BY and takes one parameter: the number of rows. */
  readonly firstRows: string;
  /** Whether `(a, b) > (?, ?)` is understood, and enters an index at that key. */
  readonly comparesRows: boolean;
  /** Comes after a table's name: the index that it is entered by, where the engine would guess wrong. */
  byIndex(name: string): string;
}

export const sqlite: Dialect = {
  engine: 'sqlite',
  statement: (text) => text,
  parameter: (value) =>
    value instanceof Date ? value.toISOString() : typeof value === 'boolean' ? Number(value) : value,
  firstRows: 'LIMIT ?',
  comparesRows: true,
  byIndex: (name) => `INDEXED BY ${name}`,
};

export const sqlServer: Dialect = {
  engine: 'mssql',
  statement: (text) => {
    let index = 0;
    return text.replace(/\?/g, () => `@${index++}`);
  },
  // Left to itself the driver sends a Date as datetime, which rounds to 3.33 ms.
  parameter: (value) => (value instanceof Date ? new MssqlParameter(value, 'datetime2', 3) : value),
  firstRows: 'OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY',
  comparesRows: false,
  byIndex: (name) => `WITH (INDEX (${name}))`,
};

/** @param options of a data source */
export function dialectOf({ type }: { readonly type: string }): Dialect {
  return type === 'mssql' ? sqlServer : sqlite;
}
