import { DataSource, QueryRunner } from 'typeorm';
import { UnavailableError } from '@fleet/application/shared/application-error';
import { whileBusy } from './sqlite-busy';

/** The schema of a large database takes a while to change. */
const LONGEST_WAIT_MS = 10 * 60 * 1000;
const TIMED_OUT = -1;
const LOCK = "@Resource = 'FleetManager migrations', @LockOwner = 'Session'";

/** Does the work while no other process does it: many that start together must not build one table each. */
export async function underMigrationLock(dataSource: DataSource, work: () => Promise<void>): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await (dataSource.options.type === 'mssql' ? lockServer(runner, work) : lockFile(runner, work));
  } finally {
    await runner.release();
  }
}

/** The lock is the transaction: on the one connection of the embedded engine the work is part of it. */
async function lockFile(runner: QueryRunner, work: () => Promise<void>): Promise<void> {
  await whileBusy(performance.now() + LONGEST_WAIT_MS, () => runner.query('BEGIN IMMEDIATE'));
  try {
    await work();
    await runner.query('COMMIT');
  } catch (error) {
    await runner.query('ROLLBACK');
    throw error;
  }
}

async function lockServer(runner: QueryRunner, work: () => Promise<void>): Promise<void> {
  const giveUpAt = performance.now() + LONGEST_WAIT_MS;
  while (!(await takeServerLock(runner))) {
    if (performance.now() > giveUpAt) throw new UnavailableError('Another process is changing the schema.');
  }
  try {
    await work();
  } finally {
    await runner.query(`EXEC sp_releaseapplock ${LOCK}`);
  }
}

/** Waits a while for it: a statement may not take as long as the lock may be held. */
async function takeServerLock(runner: QueryRunner): Promise<boolean> {
  const answer: unknown = await runner.query(
    `DECLARE @taken int; EXEC @taken = sp_getapplock ${LOCK}, @LockMode = 'Exclusive', @LockTimeout = 5000; SELECT @taken AS taken;`,
  );
  const { taken } = (answer as [{ taken: number }])[0];
  if (taken < TIMED_OUT) throw new Error(`The lock for migrations was refused (${taken}).`);
  return taken !== TIMED_OUT;
}
