import { Logger } from '@nestjs/common';
import { DataSource, QueryRunner } from 'typeorm';
import { whileBusy } from './sqlite-busy';

const LONGEST_BUSY_MS = 5_000;

/**
 * Says, in the transaction of a migration, that free pages of the file may hold what must not stay readable. The mark is
 * in the file itself, so that whoever opens it next sees to it when this process is killed before.
 */
export async function markForCompaction(runner: QueryRunner): Promise<void> {
  if (runner.dataSource.options.type === 'mssql') return;
  await runner.query('PRAGMA user_version = 1');
}

/** Writes a marked file anew, without its free pages, and empties the write-ahead log. Not inside a transaction. */
export async function compactWhenMarked(dataSource: DataSource): Promise<void> {
  const [mark] = await dataSource.query<{ user_version: number }[]>('PRAGMA user_version');
  if (mark?.user_version !== 1) return;
  await whileBusy(performance.now() + LONGEST_BUSY_MS, () => dataSource.query('VACUUM'));
  const [log] = await dataSource.query<{ busy: number }[]>('PRAGMA wal_checkpoint(TRUNCATE)');
  if (log?.busy === 1) new Logger('Database').warn('The file is in use and is compacted at the next start once more.');
  else await dataSource.query('PRAGMA user_version = 0');
}
