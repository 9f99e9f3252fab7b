import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteDatabase } from '@fleet/infrastructure/shared/database/sqlite-driver';
import { DemoDatabase, DemoInUseError } from './demo-database';

let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'fleet-demo-'));
  file = join(directory, 'data', 'demo.db');
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Fills a database as the product does: with a write-ahead log. */
async function fill(url: string): Promise<void> {
  const database = new SqliteDatabase(url.slice('file:'.length));
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE Fleet (Plate); INSERT INTO Fleet VALUES (1)');
  database.close();
}

/** Opens the file in another process, and leaves it open and idle. */
async function openElsewhere(path: string): Promise<ChildProcess> {
  const program = `const driver = process.versions.napi >= 10 ? 'better-sqlite3-napi' : 'better-sqlite3';
    const database = new (require(driver))(process.argv[1]);
    database.pragma('journal_mode = WAL');
    database.exec('CREATE TABLE IF NOT EXISTS Other (Id)');
    console.log('open');
    setInterval(() => database.open, 1000);`;
  const child = spawn(process.execPath, ['-e', program, path], {
    cwd: __dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

describe('DemoDatabase', () => {
  it('is finished when it is wholly made, and is one file then', async () => {
    const demo = new DemoDatabase(file);
    expect(demo.isFinished).toBe(false);
    await demo.make(async (url) => {
      await fill(url);
      expect(demo.isFinished).toBe(false);
    });
    expect(demo.isFinished).toBe(true);
    expect(readdirSync(join(directory, 'data'))).toEqual(['demo.db']);
  });

  it('is not finished when making it fails, and takes nothing of that attempt over', async () => {
    const demo = new DemoDatabase(file);
    const failing = async (url: string) => {
      await fill(url);
      throw new Error('killed');
    };
    await expect(demo.make(failing)).rejects.toThrow('killed');
    expect(demo.isFinished).toBe(false);
    // `fill` fails on a table that is there already.
    await demo.make(fill);
    expect(demo.isFinished).toBe(true);
  });

  it('has beside it the keys that it was made with, and loses them with it', async () => {
    const demo = new DemoDatabase(file);
    await demo.make(async (url) => {
      await fill(url);
      writeFileSync(`${url.slice('file:'.length)}.keys`, 'made');
    });
    expect(readdirSync(join(directory, 'data'))).toEqual(['demo.db', 'demo.db.keys']);
    demo.delete();
    expect(readdirSync(join(directory, 'data'))).toEqual([]);
  });

  it('makes nothing of a file that was cut off', async () => {
    const demo = new DemoDatabase(file);
    await demo.make(fill);
    rmSync(file);
    writeFileSync(`${file}.part`, 'SQLite format 3\0 and then the power went');
    writeFileSync(`${file}.part-wal`, 'half a page');
    await demo.make(fill);
    expect(readdirSync(join(directory, 'data'))).toEqual(['demo.db']);
  });

  it('is not deleted while another process has it open', async () => {
    const demo = new DemoDatabase(file);
    await demo.make(fill);
    const other = await openElsewhere(file);
    expect(() => demo.delete()).toThrow(DemoInUseError);
    expect(existsSync(file)).toBe(true);
    other.kill('SIGKILL');
    await once(other, 'exit');
    demo.delete();
    expect(readdirSync(join(directory, 'data'))).toEqual([]);
  });

  it('is not made by two processes at once', async () => {
    const demo = new DemoDatabase(file);
    await demo.make(fill);
    const other = await openElsewhere(`${file}.part`);
    await expect(demo.make(fill)).rejects.toThrow(DemoInUseError);
    other.kill('SIGKILL');
    await once(other, 'exit');
  });
});
