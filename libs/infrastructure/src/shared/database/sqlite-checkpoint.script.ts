/**
 * What the thread of `SqliteCheckpoints` runs. As text, because a thread starts from plain JavaScript and the product is
 * run from TypeScript as well. Told anything, it makes a checkpoint and answers, when that is over, how many pages the log
 * has. What stops it, a disk that is full for one, stops the writer too, who tells of it.
 */
export const CHECKPOINT_SCRIPT = `
const { parentPort, workerData } = require('node:worker_threads');
const Database = require(workerData.driver);
const database = new Database(workerData.file, { fileMustExist: true });
database.pragma('synchronous = FULL');
parentPort.on('message', () => {
  let pages = 0;
  try {
    pages = database.pragma('wal_checkpoint(PASSIVE)')[0].log;
  } catch {}
  parentPort.postMessage(pages);
});
`;
