import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { SQLITE_DRIVER_PATH } from './sqlite-driver';
import { WIPE_SCRIPT } from './sqlite-wipe.script';

/** Another process that writes is waited for. */
const LONGEST_LOCK_MS = 5_000;
/** Some ten million rows. A thread that hangs must not hold up writers for good: they are refused then until it lets go. */
const LONGEST_MS = 60_000;
/** A reader that is in the middle of a statement holds the log up for this long at most. */
const LONGEST_READERS_MS = 500;

/**
 * Leaves nothing of the table's deleted rows in the file and its log, in a thread of its own over a connection of its own:
 * it takes as long as the table is large, and nobody's request waits for it but those that write.
 *
 * The engine overwrites what is deleted, but where it has moved rows from page to page a copy may be left between those
 * that are in use. Pages that are given up are overwritten wholly, so the table is written anew. Older copies of pages
 * are in the write-ahead log.
 *
 * @returns false when somebody reads for so long that the log could not be emptied
 * @throws Error of the engine: another process has the lock, or the disk is full; or that it goes on after a minute
 */
export async function wipeTable(file: string, table: string): Promise<boolean> {
  const workerData = {
    driver: SQLITE_DRIVER_PATH,
    file,
    table,
    lockMs: LONGEST_LOCK_MS,
    readersMs: LONGEST_READERS_MS,
  };
  const thread = new Worker(WIPE_SCRIPT, { eval: true, workerData, execArgv: [], env: {} });
  const outcome = once(thread, 'message') as Promise<[boolean]>;
  const [isWiped] = await Promise.race([outcome, pause(LONGEST_MS, [undefined], { ref: false })]);
  if (isWiped === undefined) throw new Error(`${table} is still being written anew after ${LONGEST_MS / 1000} s`);
  await thread.terminate();
  return isWiped;
}
