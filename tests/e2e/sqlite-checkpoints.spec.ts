import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { Fleet } from './support/fleet';
import { until } from './support/server-process';
import { startTestApi, TestApi } from './support/test-api';
import { createTestDatabase, onSqlServer } from './support/test-database';

const MIB = 1024 * 1024;
const PAGES_A_COMMIT = 300;

// SQL Server writes its log by itself.
(onSqlServer ? describe.skip : describe)('the write-ahead log', () => {
  let file: string;
  let api: TestApi;
  let fleet: Fleet;
  let database: Database;
  let writer: DataSource;
  beforeEach(async () => {
    const testDatabase = createTestDatabase();
    file = testDatabase.url.slice('file:'.length);
    api = await startTestApi({}, testDatabase);
    fleet = new Fleet(api.client);
    database = api.app.get(Database, { strict: false });
    ({ writer } = database);
    await writer.query('CREATE TABLE Filler (Content BLOB)');
  });
  afterEach(async () => {
    await api.stop();
    // The last one who closes the file empties the log, whoever has worked on it before.
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  const fileSize = () => statSync(file).size;
  const logSize = () => statSync(`${file}-wal`).size;

  /** Commits of so many pages, of which only the engine knows. */
  async function fill(pages: number): Promise<void> {
    for (let left = pages; left > 0; left -= PAGES_A_COMMIT) {
      await writer.query(
        `WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ${PAGES_A_COMMIT})
         INSERT INTO Filler SELECT zeroblob(3900) FROM n`,
      );
      await othersTurn();
    }
  }

  it('stays as it is as long as it is short: moving a few pages is not worth a thread', async () => {
    const before = fileSize();
    await fleet.vehicle();
    await database.transactions.close();
    expect(fileSize()).toBe(before);
  });

  it('is moved into the file after a commit, long before the writer would do it', async () => {
    const before = fileSize();
    await fill(1_500);
    expect(fileSize()).toBe(before);
    await fleet.vehicle();
    await until(
      async () => fileSize() > before + 5 * MIB,
      () => 'What was written stays in the log.',
    );
    expect(logSize()).toBeLessThan(8 * MIB);
  });

  it('is moved again and again, while others write', async () => {
    await fill(1_500);
    for (let size = fileSize(), round = 0; round < 3; round++, size = fileSize()) {
      await fill(300);
      await until(
        async () => {
          await fleet.vehicle();
          return fileSize() > size + MIB;
        },
        () => `Round ${round}: what was written stays in the log.`,
      );
    }
  });

  it('does not grow without end when nobody moves it but the writer', async () => {
    await fill(40_000);
    expect(logSize()).toBeLessThan(135 * MIB);
  });

  it('is emptied when deleted rows must go, even while it is being moved', async () => {
    await fill(3_000);
    await fleet.vehicle();
    await database.transactions.wipeDeleted('PersonKeys');
    expect(logSize()).toBe(0);
  });

  it('keeps a command alive that waits for room in it, and lets it end then', () => {
    const program = `
      const { SqliteCheckpoints } = require('./dist/libs/infrastructure/src/shared/database/sqlite-checkpoints.js');
      new SqliteCheckpoints(process.argv[1]).makeRoom().then(() => console.log('There is room.'));`;
    const { stdout, status } = spawnSync(process.execPath, ['-e', program, file], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect([stdout, status]).toEqual(['There is room.\n', 0]);
  });
});
