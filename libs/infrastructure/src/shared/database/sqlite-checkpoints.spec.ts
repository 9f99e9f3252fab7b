import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Logger } from '@nestjs/common';
import { SqliteCheckpoints } from './sqlite-checkpoints';
import { SqliteDatabase } from './sqlite-driver';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'checkpoints-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('says once that its thread is gone, and leaves the log to the writer', async () => {
  const warn = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
  // A log that is long enough, and no database beside it.
  const file = join(folder, 'fleet.db');
  writeFileSync(`${file}-wal`, '');
  truncateSync(`${file}-wal`, 5_000_000);
  const checkpoints = new SqliteCheckpoints(file);
  checkpoints.written();
  await checkpoints.settled();
  checkpoints.written();
  await checkpoints.stop();
  expect(warn.mock.calls).toEqual([[expect.stringContaining('Checkpoints hold requests up from now on')]]);
});

describe('a writer who waits for room', () => {
  let checkpoints: SqliteCheckpoints;
  let warn: jest.SpyInstance;
  beforeEach(() => {
    warn = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
    const file = join(folder, 'fleet.db');
    new SqliteDatabase(file).close();
    checkpoints = new SqliteCheckpoints(file);
  });

  it('goes on when the thread ends meanwhile, and nobody waits for it again', async () => {
    jest.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker) {
      void this.terminate();
    });
    await checkpoints.makeRoom();
    await checkpoints.makeRoom();
    expect(warn.mock.calls).toEqual([[expect.stringContaining('its thread has ended')]]);
    await checkpoints.stop();
  });

  it('goes on when the thread does not answer', async () => {
    jest.spyOn(Worker.prototype, 'postMessage').mockReturnValue();
    await checkpoints.makeRoom();
    await checkpoints.quiet();
    expect(warn).not.toHaveBeenCalled();
    await (checkpoints as unknown as { thread: Worker }).thread.terminate();
    await checkpoints.stop();
  });
});

it('does nothing without a log', async () => {
  const warn = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
  const checkpoints = new SqliteCheckpoints(join(folder, 'none.db'));
  checkpoints.written();
  await checkpoints.stop();
  expect(warn).not.toHaveBeenCalled();
});

it('makes room in a log that has become long while it could not be moved: the next write begins it anew', async () => {
  const file = join(folder, 'fleet.db');
  const [writer, reader] = [new SqliteDatabase(file), new SqliteDatabase(file)];
  for (const pragma of ['page_size = 512', 'journal_mode = WAL', 'wal_autocheckpoint = 0']) writer.pragma(pragma);
  writer.exec('CREATE TABLE Pages (Content)');
  const write = (pages: number) => writer.exec(`INSERT INTO Pages VALUES (zeroblob(${pages * 512}))`);
  const logBytes = () => statSync(`${file}-wal`).size;
  const checkpoints = new SqliteCheckpoints(file);
  write(4_000);
  // What is written after a reader has begun stays in the log as long as it reads.
  reader.exec('BEGIN; SELECT COUNT(*) FROM Pages');
  write(4_000);
  checkpoints.written();
  await checkpoints.settled();
  expect(checkpoints.isLong).toBe(true);
  reader.exec('COMMIT');
  write(10);
  const grown = logBytes();
  await checkpoints.makeRoom();
  expect(checkpoints.isLong).toBe(false);
  write(10);
  expect(logBytes()).toBe(grown);
  await checkpoints.stop();
  for (const database of [writer, reader]) database.close();
});

afterEach(() => jest.restoreAllMocks());
