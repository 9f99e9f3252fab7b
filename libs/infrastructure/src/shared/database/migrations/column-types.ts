import { QueryRunner } from 'typeorm';

/** The column types of both engines, so that a table is described once. */
export interface ColumnTypes {
  readonly uuid: string;
  readonly instant: string;
  readonly flag: string;
  readonly money: string;
  readonly json: string;
  /** A key that the database counts up by itself. */
  readonly sequence: string;
  /** Text that people read; compared by its code points, so that both engines sort and search alike. */
  text(length: number): string;
  /** How the primary key is declared: a UUID never clusters a SQL Server table. */
  readonly primaryKey: string;
  /** Ends CREATE TABLE: on SQLite the primary key is the table itself. */
  readonly tableEnd: string;
  /** An index that a SQL Server table is stored in the order of. */
  readonly clustered: string;
}

const SQLITE: ColumnTypes = {
  uuid: 'TEXT',
  instant: 'TEXT',
  flag: 'INTEGER',
  money: 'NUMERIC',
  json: 'TEXT',
  sequence: 'INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT',
  text: () => 'TEXT',
  primaryKey: 'PRIMARY KEY',
  tableEnd: 'WITHOUT ROWID',
  clustered: '',
};

const SQL_SERVER: ColumnTypes = {
  uuid: 'uniqueidentifier',
  instant: 'datetime2(3)',
  flag: 'bit',
  money: 'decimal(10,2)',
  json: 'nvarchar(max)',
  sequence: 'bigint IDENTITY(1,1) NOT NULL',
  text: (length) => `nvarchar(${length}) COLLATE Latin1_General_100_BIN2`,
  primaryKey: 'PRIMARY KEY NONCLUSTERED',
  tableEnd: '',
  clustered: 'CLUSTERED',
};

export function columnTypes(runner: QueryRunner): ColumnTypes {
  return runner.dataSource.options.type === 'mssql' ? SQL_SERVER : SQLITE;
}

/** Runs the statements one after the other. */
export async function execute(runner: QueryRunner, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await runner.query(statement);
}
