/**
 * What the thread of `wipeTable` runs; as text, because a thread starts from plain JavaScript and the product is run from
 * TypeScript as well. Answers whether all is gone, the log emptied with it.
 */
export const WIPE_SCRIPT = `
const { parentPort, workerData } = require('node:worker_threads');
const { driver, file, table, lockMs, readersMs } = workerData;
const Database = require(driver);
const database = new Database(file, { fileMustExist: true, timeout: lockMs });
for (const pragma of ['synchronous = FULL', 'secure_delete = ON', 'temp_store = MEMORY']) database.pragma(pragma);
database.exec(\`
  BEGIN IMMEDIATE;
  CREATE TEMP TABLE Kept AS SELECT * FROM \${table};
  DELETE FROM \${table};
  INSERT INTO \${table} SELECT * FROM Kept;
  DROP TABLE Kept;
  COMMIT\`);
database.pragma('busy_timeout = ' + readersMs);
const [{ busy }] = database.pragma('wal_checkpoint(TRUNCATE)');
database.close();
parentPort.postMessage(busy === 0);
`;
