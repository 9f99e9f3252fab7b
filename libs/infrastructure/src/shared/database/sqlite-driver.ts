import Release12 from 'better-sqlite3';

/** The first Node-API that release 13 is built on: Node 22.14 and newer have it. */
const NODE_API = 10;

const HAS_RELEASE_13 = Number(process.versions.napi) >= NODE_API;

/**
 * The embedded engine's driver. Release 12 ends the process (SIGABRT) when Node 24.19 or newer collects one of its
 * statements, and release 13 does not load on Node 20; what this product calls is the same in both.
 */
export const SqliteDatabase: typeof Release12 = HAS_RELEASE_13
  ? // eslint-disable-next-line @typescript-eslint/no-require-imports -- it is installed only where it loads, so it cannot be imported
    (require('better-sqlite3-napi') as typeof Release12)
  : Release12;

/** For a thread of its own. */
export const SQLITE_DRIVER_PATH = require.resolve(HAS_RELEASE_13 ? 'better-sqlite3-napi' : 'better-sqlite3');

export type { Database as SqliteConnection, Statement as SqliteStatement } from 'better-sqlite3';
