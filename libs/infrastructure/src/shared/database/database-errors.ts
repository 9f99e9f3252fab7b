import { QueryFailedError } from 'typeorm';

/** How a transaction lost against another one. */
export type LostRace = 'conflict' | 'deadlock' | 'busy';

/** The driver's own error, as far as this product looks at it. */
interface DriverError {
  readonly message: string;
  /** SQL Server's error number. */
  readonly number?: number;
  /** SQLite's or the network's error code. */
  readonly code?: string;
}

const LOST_RACES: ReadonlyMap<number | undefined, LostRace> = new Map([
  [1205, 'deadlock'],
  [3960, 'conflict'],
  [1222, 'busy'],
]);
const UNIQUE_KEY = new Set([2601, 2627]);
const FOREIGN_KEY = 547;
const AWAY_CODES = new Set([
  'ESOCKET', 'ECONNCLOSED', 'EINVALIDSTATE', 'EABORT', 'ECANCEL', 'ENOTOPEN', 'ETIMEOUT', 'ECONNREFUSED', 'ECONNRESET', 'ENOCONN', 'ENOTFOUND', 'ELOGIN', 'EINSTLOOKUP',
]); // prettier-ignore
// With what follows them: SQLITE_READONLY_DBMOVED, SQLITE_IOERR_WRITE.
const SQLITE_AWAY = /^SQLITE_(CANTOPEN|FULL|IOERR|READONLY)/;
// A server that is shutting down, out of log space, or whose database is offline or recovering.
const AWAY_NUMBERS = new Set([
  596, 921, 922, 927, 942, 945, 6005, 9001, 9002, 1105, 10054, 10060, 40197, 40501, 40613, 49918,
]);

/** How the transaction lost against another one, when it did: it may succeed when it runs again. */
export function lostRace(error: unknown): LostRace | undefined {
  return isBusy(error) ? 'busy' : LOST_RACES.get(driverError(error).number);
}

/** Another process is writing to the embedded database. */
export function isBusy(error: unknown): boolean {
  return driverError(error).code?.startsWith('SQLITE_BUSY') ?? false;
}

/** The database cannot be reached, or cannot take writes for now. */
export function isAway(error: unknown): boolean {
  const { number, code, message } = driverError(error);
  if (number !== undefined && AWAY_NUMBERS.has(number)) return true;
  if (code !== undefined && (AWAY_CODES.has(code) || SQLITE_AWAY.test(code))) return true;
  // tarn, the connection pool, has no code for "no connection became free in time".
  return /operation timed out for an unknown reason|ResourceRequest timed out/.test(message);
}

/** The text that names the unique key which the error is about, or null when it is about something else. */
export function violatedUniqueKey(error: unknown): string | null {
  const { number, code, message } = driverError(error);
  const violated =
    code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || UNIQUE_KEY.has(number ?? 0);
  return violated ? message : null;
}

export function violatesForeignKey(error: unknown): boolean {
  const { number, code, message } = driverError(error);
  return code === 'SQLITE_CONSTRAINT_FOREIGNKEY' || (number === FOREIGN_KEY && /foreign key|reference/i.test(message));
}

function driverError(error: unknown): DriverError {
  const inner: unknown = error instanceof QueryFailedError ? error.driverError : error;
  // Not by class: the embedded engine's native part keeps the error class of whoever loaded it first in the process.
  return hasMessage(inner) ? inner : { message: String(inner) };
}

function hasMessage(value: unknown): value is DriverError {
  return typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string';
}
