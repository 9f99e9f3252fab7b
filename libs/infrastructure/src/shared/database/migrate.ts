import { loadConfiguration, readDotEnvFile } from '@fleet/infrastructure/shared/config/load-configuration';
import { loadSecretKeys } from '@fleet/infrastructure/shared/secrets/load-secret-keys';
import { connect } from './connect';
import { migrationsWith } from './migrations';
import { migrateSchema } from './schema-check';
import { compactWhenMarked } from './sqlite-compaction';

/** `npm run db:migrate` brings the schema up to date; with `--revert` it takes the last step back. */
async function main(): Promise<void> {
  readDotEnvFile();
  const configuration = loadConfiguration(process.env);
  // One connection for the work and one that holds the lock.
  const dataSource = await connect(configuration.database, 2, migrationsWith(loadSecretKeys(configuration)));
  try {
    if (process.argv.includes('--revert')) await dataSource.undoLastMigration();
    else {
      await migrateSchema(dataSource);
      await compactWhenMarked(dataSource);
    }
  } finally {
    await dataSource.destroy();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
