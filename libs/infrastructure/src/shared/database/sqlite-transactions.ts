import { setTimeout as sleep } from 'node:timers/promises';
import { Mutex } from 'async-mutex';
import { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { UnavailableError } from '@fleet/application/shared/application-error';
import { isBusy } from './database-errors';
import { Transactions } from './transactions';

const LONGEST_WAIT_MS = 5_000;
const PAUSE_MS = 4;

/**
 * One writer at a time. Within the process a mutex decides, because the driver has one connection and concurrent
 * transactions would run into each other; between processes the database file's lock does, and is waited for
 * here, asynchronously, because the driver itself would wait by standing still.
 */
export class SqliteTransactions extends Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writer: Mutex,
  ) {
    super();
  }

  run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    // Who has stood in line behind others that waited has waited too, and tries once more only.
    const giveUpAt = performance.now() + LONGEST_WAIT_MS;
    return this.writer.runExclusive(async () => {
      const runner = this.dataSource.createQueryRunner();
      await begin(runner, giveUpAt);
      try {
        const result = await work(runner.manager);
        await runner.query('COMMIT');
        return result;
      } catch (error) {
        await rollBack(runner);
        throw error;
      }
    });
  }
}

async function begin(runner: QueryRunner, giveUpAt: number): Promise<void> {
  for (;;) {
    try {
      // IMMEDIATE takes the write lock now: a transaction that reads first and writes later could not be let in.
      await runner.query('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > giveUpAt) throw new UnavailableError('The database is busy.', error);
      await sleep(1 + Math.random() * PAUSE_MS);
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
