/**
 * What the thread of `SqliteCheckpoints` runs. As text, because a thread starts from plain JavaScript and the product is
 * run from TypeScript as well. Told anything, it makes a checkpoint and answers when that is over. What stops it, a disk
 * that is full for one, stops the writer too, who tells of it.
 */
export const CHECKPOINT_SCRIPT = `
const { parentPort, workerData } = require('node:worker_threads');
const Database = require(workerData.driver);
const database = new Database(workerData.file, { fileMustExist: true });
database.pragma('synchronous = FULL');
parentPort.on('message', () => {
  try {
    database.pragma('wal_checkpoint(PASSIVE)');
  } catch {}
  parentPort.postMessage(null);
});
`;
