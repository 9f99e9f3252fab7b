import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { underMigrationLock } from './migration-lock';

/** The database's schema is older than this version of the product needs. */
export class PendingMigrationsError extends Error {
  constructor() {
    super('The database schema is not up to date. Run "npm run db:migrate", or start with DATABASE_MIGRATE=true.');
    this.name = 'PendingMigrationsError';
  }
}

/** @throws PendingMigrationsError */
export async function ensureCurrentSchema(dataSource: DataSource, migrate: boolean): Promise<void> {
  if (migrate) await migrateSchema(dataSource);
  if (await dataSource.showMigrations()) throw new PendingMigrationsError();
}

/** Runs what has not run yet and tells which steps that were. */
export async function migrateSchema(dataSource: DataSource): Promise<void> {
  await underMigrationLock(dataSource, async () => {
    // The lock of the embedded engine is a transaction already.
    const transaction = dataSource.options.type === 'mssql' ? 'each' : 'none';
    const done = await dataSource.runMigrations({ transaction });
    if (done.length > 0) new Logger('Database').log(`Migrated: ${done.map(({ name }) => name).join(', ')}.`);
  });
}
