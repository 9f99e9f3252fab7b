import { Logger } from '@nestjs/common';
import { DataSource, QueryRunner } from 'typeorm';
import { whileBusy } from './sqlite-busy';

const LONGEST_BUSY_MS = 5_000;

/**
 * Says, as part of a transaction, that the file may hold copies of what must not stay readable. The mark is in the file
 * itself, so that whoever opens it next sees to it when this process is killed before.
 */
export async function markForCompaction(runner: QueryRunner): Promise<void> {
  if (runner.dataSource.options.type !== 'mssql') await runner.query('PRAGMA user_version = 1');
}

/** Writes a marked file anew, with nothing but what is in use, and empties the write-ahead log. */
export async function compactWhenMarked(dataSource: DataSource): Promise<void> {
  if (dataSource.options.type === 'mssql') return;
  const [mark] = await dataSource.query<{ user_version: number }[]>('PRAGMA user_version');
  if (mark?.user_version !== 1) return;
  try {
    await whileBusy(performance.now() + LONGEST_BUSY_MS, () => dataSource.query('VACUUM'));
    const [log] = await dataSource.query<{ busy: number }[]>('PRAGMA wal_checkpoint(TRUNCATE)');
    if (log?.busy === 1) throw new Error('the write-ahead log is in use');
    await dataSource.query('PRAGMA user_version = 0');
  } catch (error) {
    // A disk without room for a second file is no reason to stand still.
    new Logger('Database').warn(`The file could not be compacted; the next start tries again: ${String(error)}`);
  }
}
