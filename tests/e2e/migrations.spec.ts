import { isDeepStrictEqual } from 'node:util';
import { DataSource } from 'typeorm';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { connect } from '@fleet/infrastructure/shared/database/connect';
import { migrationsWith } from '@fleet/infrastructure/shared/database/migrations';
import { ensureCurrentSchema } from '@fleet/infrastructure/shared/database/schema-check';
import { loadSecretKeys } from '@fleet/infrastructure/shared/secrets/load-secret-keys';
import { ROWS, insertRow } from './support/rows';
import { spawnProgram, startServerProcess } from './support/server-process';
import { createTestDatabase, onSqlServer, TestDatabase, TEST_KEYS } from './support/test-database';

const MIGRATE = 'libs/infrastructure/src/shared/database/migrate.js';

let database: TestDatabase;
let dataSource: DataSource;
let connectAnother: () => Promise<DataSource>;
let migrations: ReturnType<typeof migrationsWith>;
beforeEach(async () => {
  database = createTestDatabase();
  const configuration = loadConfiguration({ DATABASE_URL: database.url, ...TEST_KEYS });
  migrations = migrationsWith(loadSecretKeys(configuration));
  connectAnother = () => connect(configuration.database, 2, migrations);
  dataSource = await connectAnother();
});
afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

const SCHEMA = onSqlServer
  ? `SELECT TABLE_NAME AS name, COLUMN_NAME + ' ' + DATA_TYPE + ' ' + IS_NULLABLE AS sql FROM INFORMATION_SCHEMA.COLUMNS
     WHERE TABLE_NAME <> 'Migrations'
     UNION ALL SELECT OBJECT_NAME(i.object_id), CONCAT(i.name, ' ', k.key_ordinal, ' ', COL_NAME(i.object_id, k.column_id))
     FROM sys.indexes i JOIN sys.index_columns k ON k.object_id = i.object_id AND k.index_id = i.index_id
     JOIN sys.tables t ON t.object_id = i.object_id WHERE t.name <> 'Migrations' ORDER BY 1, 2`
  : `SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name <> 'Migrations' ORDER BY name`;

const TRIP_STARTED = { ...ROWS.EventLog!(), Stream: 'Trip', Type: 'TripStarted' };

const schema = () => dataSource.query<{ name: string; sql: string }[]>(SCHEMA);

async function runToItsEnd(program: string, environment: Record<string, string>, ...args: string[]) {
  const run = spawnProgram(program, { DATABASE_URL: database.url, ...environment }, args);
  return { code: await run.exited, output: run.output() };
}

describe('the migrations', () => {
  it('lead up, all the way down, and up again to the same', async () => {
    const empty = await schema();
    await dataSource.runMigrations();
    const first = await schema();
    expect(first.length).toBeGreaterThan(empty.length + 20);
    for (let step = 0; step < migrations.length; step++) await dataSource.undoLastMigration();
    expect(await schema()).toEqual(empty);
    await dataSource.runMigrations();
    expect(await schema()).toEqual(first);
    await insertRow(dataSource, 'Vehicles', ROWS.Vehicles!());
  });

  it.each([
    ['go back from events in the first form alone', 1, null],
    ['refuse to leave behind a trip whose start earlier releases would misread', 2, 'Restore a backup instead.'],
  ])('%s', async (_, SchemaVersion, refusal) => {
    await dataSource.runMigrations();
    await insertRow(dataSource, 'EventLog', { ...TRIP_STARTED, SchemaVersion });
    const versions = migrations.findIndex(({ name }) => name.startsWith('VersionEvents'));
    for (let step = migrations.length - 1; step > versions; step--) await dataSource.undoLastMigration();
    const before = await schema();
    const back = dataSource.undoLastMigration();
    if (refusal === null) await back;
    else await expect(back).rejects.toThrow(refusal);
    expect(isDeepStrictEqual(await schema(), before)).toBe(refusal !== null);
  });

  it('are run once by many who start together', async () => {
    const others = await Promise.all([1, 2, 3].map(connectAnother));
    try {
      const outcomes = await Promise.allSettled([dataSource, ...others].map((each) => ensureCurrentSchema(each, true)));
      expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
    } finally {
      await Promise.all(others.map((each) => each.destroy()));
    }
    const done = await dataSource.query<unknown[]>('SELECT name FROM Migrations');
    expect(done).toHaveLength(migrations.length);
  });

  it('are in the order of their names, which is the order that TypeORM runs them in', () => {
    const stamps = migrations.map(({ name }) => Number(name.slice(-13)));
    expect(stamps).toEqual([...stamps].sort((one, other) => one - other));
    expect(new Set(stamps).size).toBe(stamps.length);
  });
});

describe('a schema that is not up to date', () => {
  it('stops the start, which says what to type; that helps; and one step can be taken back', async () => {
    const refused = await runToItsEnd('apps/api/src/main.js', { DATABASE_MIGRATE: 'false' });
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('Run "npm run db:migrate", or start with DATABASE_MIGRATE=true.');

    expect((await runToItsEnd(MIGRATE, {})).code).toBe(0);
    const server = await startServerProcess({ DATABASE_URL: database.url, DATABASE_MIGRATE: 'false' });
    expect(await server.stop()).toBe(0);

    const whole = await schema();
    expect((await runToItsEnd(MIGRATE, {}, '--revert')).code).toBe(0);
    expect(await schema()).not.toEqual(whole);
    expect((await runToItsEnd('apps/api/src/main.js', { DATABASE_MIGRATE: 'false' })).code).toBe(1);
  });
});
