import mssql from 'mssql';
import { Row } from './rows';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly length: number | null;
  readonly nullable: string;
}

const COLUMNS = `SELECT COLUMN_NAME AS name, DATA_TYPE AS type, CHARACTER_MAXIMUM_LENGTH AS length, IS_NULLABLE AS nullable
  FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = @table`;

/** Puts thousands of rows into a table of a server at once; not amounts of money, which some servers take wrongly so. */
export async function bulkRows(pool: mssql.ConnectionPool, table: string, rows: readonly Row[]): Promise<void> {
  const { recordset } = await pool.request().input('table', table).query<Column>(COLUMNS);
  const known = new Map(recordset.map((column) => [column.name, column]));
  const names = Object.keys(rows[0]!);
  const bulk = new mssql.Table(table);
  for (const name of names) {
    const column = known.get(name)!;
    bulk.columns.add(name, typeOf(column), { nullable: column.nullable === 'YES' });
  }
  for (const row of rows) bulk.rows.add(...names.map((name) => valueOf(row[name]!, known.get(name)!)));
  await pool.request().bulk(bulk);
}

function typeOf({ type, length }: Column): mssql.ISqlType {
  const types: Record<string, mssql.ISqlType> = {
    uniqueidentifier: mssql.UniqueIdentifier(),
    datetime2: mssql.DateTime2(3),
    bit: mssql.Bit(),
    int: mssql.Int(),
    bigint: mssql.BigInt(),
  };
  return types[type] ?? mssql.NVarChar(length === null || length < 0 ? mssql.MAX : length);
}

function valueOf(value: string | number | null, { type }: Column): string | number | boolean | Date | null {
  if (value === null) return null;
  if (type === 'datetime2') return new Date(value);
  return type === 'bit' ? Boolean(value) : value;
}
