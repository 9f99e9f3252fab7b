import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { SqliteCheckpoints } from './sqlite-checkpoints';

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

it('does nothing without a log', async () => {
  const warn = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
  const checkpoints = new SqliteCheckpoints(join(folder, 'none.db'));
  checkpoints.written();
  await checkpoints.stop();
  expect(warn).not.toHaveBeenCalled();
});

afterEach(() => jest.restoreAllMocks());
