import { Logger } from '@nestjs/common';
import { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { DatabaseFigures } from '@fleet/infrastructure/shared/metrics/database-figures';
import { SqliteCheckpoints } from './sqlite-checkpoints';
import { whileBusy } from './sqlite-busy';
import { markForCompaction } from './sqlite-compaction';
import { Transactions } from './transactions';
import { WriterLine } from './writer-line';

const LONGEST_WAIT_MS = 5_000;

/** What a database has that is not in memory. */
export interface SqliteFile {
  readonly checkpoints: SqliteCheckpoints;
  /** Leaves nothing of the table's deleted rows. @returns false when somebody read for too long */
  wipe(table: string): Promise<boolean>;
}

/**
 * One writer at a time. Within the process a mutex decides, because the driver has one connection and concurrent
 * transactions would run into each other; between processes the database file's lock does, and is waited for
 * here, asynchronously, because the driver itself would wait by standing still.
 */
export class SqliteTransactions extends Transactions {
  /** Those that have not begun, by table. */
  private readonly wipes = new Map<string, Promise<void>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly writer: WriterLine,
    private readonly figures: DatabaseFigures,
    private readonly file?: SqliteFile,
  ) {
    super();
  }

  run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    // Who has stood in line behind others that waited has waited too, and tries once more only.
    const giveUpAt = performance.now() + LONGEST_WAIT_MS;
    return this.writer.runExclusive(async () => {
      const checkpoints = this.file?.checkpoints;
      if (checkpoints?.isLong) await this.makeRoomInLog(checkpoints);
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
        checkpoints?.written();
        return result;
      } catch (error) {
        await rollBack(runner);
        throw error;
      }
    });
  }

  async markDeleted(manager: EntityManager): Promise<void> {
    await markForCompaction(manager.queryRunner!);
  }

  wipeDeleted(table: string): Promise<void> {
    // One that has not begun does it for all who have committed by then.
    let next = this.wipes.get(table);
    if (!next) {
      next = this.writer.runExclusive(() => this.wipeNow(table));
      this.wipes.set(table, next);
    }
    return next;
  }

  async close(): Promise<void> {
    await this.file?.checkpoints.stop();
  }

  private async wipeNow(table: string): Promise<void> {
    this.wipes.delete(table);
    if (!this.file) return;
    await this.file.checkpoints.quiet();
    const left = await this.file.wipe(table).then((isWiped) => (isWiped ? undefined : LOG_IN_USE), notWiped);
    if (left !== undefined) new Logger('Database').warn(left);
  }

  private async makeRoomInLog(checkpoints: SqliteCheckpoints): Promise<void> {
    const start = performance.now();
    await checkpoints.makeRoom();
    this.figures.durationsOf('CHECKPOINT').observe((performance.now() - start) / 1000);
  }
}

const LOG_IN_USE =
  'The write-ahead log could not be emptied: deleted rows stay in it until it next is, at the latest when the last process closes it.';

const notWiped = (error: unknown) =>
  `Copies of deleted rows may be left in the database file until the next start: ${String(error)}`;

async function rollBack(runner: QueryRunner): Promise<void> {
  try {
    await runner.query('ROLLBACK');
  } catch {
    // A full disk has rolled the transaction back already; the first error is the one that tells.
  }
}
