import { existsSync, readFileSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { onSqlServer } from './test-database';

/**
 * Everything that the database keeps, as text: of the embedded engine the bytes of its files, free pages included, in
 * either encoding; of a server, whose files are its own, every row of every table.
 */
export async function storedText(databaseUrl: string, writer: DataSource): Promise<string> {
  return onSqlServer ? storedRows(writer) : storedBytes(databaseUrl.slice('file:'.length));
}

function storedBytes(file: string): string {
  const files = ['', '-wal', '-shm'].map((suffix) => file + suffix).filter((name) => existsSync(name));
  return files
    .map((name) => readFileSync(name))
    .flatMap((bytes) => [bytes.toString('utf8'), bytes.toString('utf16le'), bytes.subarray(1).toString('utf16le')])
    .join('\n');
}

async function storedRows(writer: DataSource): Promise<string> {
  const tables = await writer.query<{ name: string }[]>(
    `SELECT TABLE_NAME AS name FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE = 'BASE TABLE'`,
  );
  const rows: unknown[] = [];
  for (const { name } of tables) rows.push(await writer.query(`SELECT * FROM ${name}`));
  return JSON.stringify(rows);
}
