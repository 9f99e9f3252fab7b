import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { DatabaseFigures } from '@fleet/infrastructure/shared/metrics/database-figures';
import { SqliteCheckpoints } from './sqlite-checkpoints';
import { whileBusy } from './sqlite-busy';
import { markForCompaction } from './sqlite-compaction';
import { Transactions } from './transactions';
import { WriterLine } from './writer-line';

const LONGEST_WAIT_MS = 5_000;

/** A reader that is in the middle of a statement holds the log up for this long at most. */
const WIPE_ATTEMPTS = 20;
const WIPE_PAUSE_MS = 25;

/**
 * One writer at a time. Within the process a mutex decides, because the driver has one connection and concurrent
 * transactions would run into each other; between processes the database file's lock does, and is waited for
 * here, asynchronously, because the driver itself would wait by standing still.
 */
export class SqliteTransactions extends Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writer: WriterLine,
    private readonly figures: DatabaseFigures,
    /** None for a database in memory, which has no log. */
    private readonly checkpoints?: SqliteCheckpoints,
  ) {
    super();
  }

  run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    // Who has stood in line behind others that waited has waited too, and tries once more only.
    const giveUpAt = performance.now() + LONGEST_WAIT_MS;
    return this.writer.runExclusive(async () => {
      if (this.checkpoints?.isLong) await this.makeRoomInLog(this.checkpoints);
      const runner = this.dataSource.createQueryRunner();
      // IMMEDIATE takes the write lock now: a transaction that reads first and writes later could not be let in.
      await whileBusy(
        giveUpAt,
        () => runner.query('BEGIN IMMEDIATE'),
        () => this.figures.retried('busy'),
      );
      try {
        const result = await work(runner.manager);
        await runner.query('COMMIT');
        this.checkpoints?.written();
        return result;
      } catch (error) {
        await rollBack(runner);
        throw error;
      }
    });
  }

  /**
   * The engine overwrites what is deleted, but where it has moved rows from page to page a copy may be left between those
   * that are in use. Pages that are given up are overwritten wholly, so the table is written anew. What the other tables
   * may have of the same kind goes when the file is compacted, at the next start.
   */
  async scrub(manager: EntityManager, table: string): Promise<void> {
    await manager.query(`CREATE TEMP TABLE Kept AS SELECT * FROM ${table}`);
    await manager.query(`DELETE FROM ${table}`);
    await manager.query(`INSERT INTO ${table} SELECT * FROM Kept`);
    await manager.query('DROP TABLE Kept');
    await markForCompaction(manager.queryRunner!);
  }

  /** Older copies of pages are in the write-ahead log. */
  async wipeDeleted(): Promise<void> {
    for (let attempt = 0; attempt < WIPE_ATTEMPTS; attempt++) {
      if (attempt > 0) await sleep(WIPE_PAUSE_MS);
      if (await this.writer.runExclusive(() => this.truncateLog())) return;
    }
    new Logger('Database').warn(
      'The write-ahead log could not be emptied: deleted rows stay in it until it next is, at the latest when the last process closes it.',
    );
  }

  async close(): Promise<void> {
    await this.checkpoints?.stop();
  }

  private async makeRoomInLog(checkpoints: SqliteCheckpoints): Promise<void> {
    const start = performance.now();
    await checkpoints.makeRoom();
    this.figures.durationsOf('CHECKPOINT').observe((performance.now() - start) / 1000);
  }

  private async truncateLog(): Promise<boolean> {
    await this.checkpoints?.settled();
    try {
      const [answer] = await this.dataSource.query<{ busy: number }[]>('PRAGMA wal_checkpoint(TRUNCATE)');
      return answer?.busy !== 1;
    } catch {
      return false;
    }
  }
}

async function rollBack(runner: QueryRunner): Promise<void> {
  try {
    await runner.query('ROLLBACK');
  } catch {
    // A full disk has rolled the transaction back already; the first error is the one that tells.
  }
}
