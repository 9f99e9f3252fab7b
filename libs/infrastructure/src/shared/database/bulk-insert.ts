import { setImmediate as othersTurn } from 'node:timers/promises';
import { Driver, EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';
import { SqlServerDriver } from 'typeorm/driver/sqlserver/SqlServerDriver';
import { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import { sqlite, sqlServer } from './dialect';

/** SQL Server takes at most 2,100 parameters and 1,000 rows a statement; SQLite takes more. */
const MAX_PARAMETERS = 2_000;
const MAX_ROWS = 1_000;

/**
 * Inserts rows that have the same fields, in few statements, one after the other. It writes the statements itself:
 * TypeORM's builder takes as long over one as the engine does.
 */
export async function bulkInsert<R extends ObjectLiteral>(
  manager: EntityManager,
  schema: EntitySchema<R>,
  rows: readonly Partial<R>[],
): Promise<void> {
  if (rows.length === 0) return;
  const { driver } = manager.dataSource;
  const { tableName, columns: all } = manager.dataSource.getMetadata(schema);
  const columns = Object.keys(rows[0]!).map((name) => all.find(({ propertyName }) => propertyName === name)!);
  for (let start = 0, size = 0; start < rows.length; start += size) {
    // The embedded engine works in the event loop, and a long statement keeps everybody else waiting.
    if (start > 0) await othersTurn();
    size = statementSize(rows.length - start, columns.length);
    const values = rows.slice(start, start + size).flatMap((row) => columns.map((column) => bind(driver, column, row)));
    await manager.query(insertStatement(driver, tableName, columns, size), values);
  }
}

/** Powers of two alone, so that there are few different statements, each prepared or planned once. */
function statementSize(rows: number, columns: number): number {
  return 2 ** Math.floor(Math.log2(Math.min(rows, MAX_ROWS, MAX_PARAMETERS / columns)));
}

/** By driver, and then by what they begin with and their number of rows. */
const STATEMENTS = new WeakMap<Driver, Map<string, string>>();

function insertStatement(driver: Driver, table: string, columns: readonly ColumnMetadata[], rows: number): string {
  const known = STATEMENTS.get(driver) ?? new Map<string, string>();
  STATEMENTS.set(driver, known);
  const names = columns.map(({ databaseName }) => driver.escape(databaseName)).join(', ');
  const begin = `INSERT INTO ${driver.escape(table)} (${names}) VALUES `;
  const key = begin + rows;
  const text = known.get(key) ?? begin + placeholders(driver, rows, columns.length);
  known.set(key, text);
  return text;
}

function placeholders(driver: Driver, rows: number, columns: number): string {
  const row = `(${Array(columns).fill('?').join(', ')})`;
  const { statement } = driver instanceof SqlServerDriver ? sqlServer : sqlite;
  return statement(Array(rows).fill(row).join(', '));
}

function bind(driver: Driver, column: ColumnMetadata, row: ObjectLiteral): unknown {
  const value: unknown = driver.preparePersistentValue(row[column.propertyName], column);
  return driver instanceof SqlServerDriver ? driver.parametrizeValue(column, value) : value;
}
