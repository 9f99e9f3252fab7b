import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { SqliteDatabase } from '@fleet/infrastructure/shared/database/sqlite-driver';

/** Another process has the demo's database open, so it can be neither made nor deleted. */
export class DemoInUseError extends Error {
  constructor(file: string) {
    super(`The demo runs in another process, which has ${file} open. Stop that one first.`);
    this.name = 'DemoInUseError';
  }
}

/** A database file that is there when it is finished, and not before, with its files and the keys that it was written with beside it. */
export class DemoDatabase {
  private readonly unfinished: string;

  constructor(readonly file: string) {
    this.unfinished = `${file}.part`;
  }

  /** The folder of what was uploaded. */
  get files(): string {
    return filesOf(this.file);
  }

  get isFinished(): boolean {
    return existsSync(this.file);
  }

  /**
   * Has `fill` make it. What is left of an attempt that was killed is thrown away.
   * @throws DemoInUseError when another process is making it
   */
  async make(fill: (url: string, files: string) => Promise<void>): Promise<void> {
    mkdirSync(dirname(this.file), { recursive: true });
    deleteDatabase(this.unfinished);
    await fill(`file:${this.unfinished}`, filesOf(this.unfinished));
    closeDown(this.unfinished);
    // These first: a database without the keys that it was written with is of no use.
    for (const beside of [filesOf, keysOf]) {
      if (existsSync(beside(this.unfinished))) renameSync(beside(this.unfinished), beside(this.file));
    }
    renameSync(this.unfinished, this.file);
  }

  /** @throws DemoInUseError when another process has it open: its server would go on with a file that is gone */
  delete(): void {
    deleteDatabase(this.file);
  }
}

/** Where the product keeps the keys of an embedded database. */
function keysOf(file: string): string {
  return `${file}.keys`;
}

function filesOf(file: string): string {
  return `${file}.files`;
}

function deleteDatabase(file: string): void {
  try {
    if (existsSync(file)) closeDown(file);
  } catch (error) {
    // Of a file that was cut off in the middle, all that matters is that nobody uses it.
    if (error instanceof DemoInUseError) throw error;
  }
  for (const suffix of ['', '-wal', '-shm', '-journal', '.keys']) rmSync(file + suffix, { force: true });
  rmSync(filesOf(file), { force: true, recursive: true });
}

/** Brings what is in the write-ahead log into the file itself, which the engine allows to nobody but its last user. */
function closeDown(file: string): void {
  const database = new SqliteDatabase(file, { timeout: 0 });
  try {
    database.pragma('journal_mode = DELETE');
  } catch (error) {
    throw (error as { code?: string }).code?.startsWith('SQLITE_BUSY') ? new DemoInUseError(file) : error;
  } finally {
    database.close();
  }
}
