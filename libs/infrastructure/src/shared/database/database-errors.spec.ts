import { QueryFailedError } from 'typeorm';
import { ConcurrentUpdateError } from '@fleet/application/shared/application-error';
import { PlateTakenError } from '@fleet/domain/vehicles/vehicle.errors';
import { isAway, isBusy, lostRace, violatedUniqueKey, violatesForeignKey } from './database-errors';
import { guarded } from './unique-keys';

/** As TypeORM hands on what a driver threw. */
function driverError(fields: { message?: string; number?: number; code?: string }): QueryFailedError {
  return new QueryFailedError('INSERT …', [], Object.assign(new Error(fields.message ?? 'failed'), fields));
}

const DUPLICATE_PLATE = driverError({
  number: 2601,
  message:
    "Cannot insert duplicate key row in object 'dbo.Vehicles' with unique index 'UQ_Vehicles_Plate'. The duplicate key value is (ABC-1).",
});
const DUPLICATE_LEASE = driverError({
  number: 2627,
  message:
    "Violation of PRIMARY KEY constraint 'PK_Leases'. Cannot insert duplicate key in object 'dbo.Leases'. The duplicate key value is (x).",
});
const SQLITE_PLATE = driverError({
  code: 'SQLITE_CONSTRAINT_UNIQUE',
  message: 'UNIQUE constraint failed: Vehicles.Plate',
});
const NO_SUCH_VEHICLE = driverError({
  number: 547,
  message:
    'The INSERT statement conflicted with the FOREIGN KEY constraint "FK_Trips_Vehicles". The conflict occurred in database "Fleet", table "dbo.Vehicles", column \'Id\'.',
});
const HAS_TRIPS = driverError({
  number: 547,
  message: 'The DELETE statement conflicted with the REFERENCE constraint "FK_Trips_Vehicles".',
});
const BROKEN_CHECK = driverError({
  number: 547,
  message: 'The INSERT statement conflicted with the CHECK constraint "CK_Vehicles_Year".',
});

describe('a lost race', () => {
  it.each([
    [{ number: 1205 }, 'deadlock'],
    [{ number: 3960 }, 'conflict'],
    [{ number: 1222 }, 'busy'],
    [{ code: 'SQLITE_BUSY' }, 'busy'],
    [{ code: 'SQLITE_BUSY_SNAPSHOT' }, 'busy'],
  ])('with %j is a %s', (fields, how) => {
    expect(lostRace(driverError(fields))).toBe(how);
    expect(lostRace(Object.assign(new Error(), fields))).toBe(how);
  });

  it('is nothing else', () => {
    const others = [DUPLICATE_PLATE, NO_SUCH_VEHICLE, new PlateTakenError(), 'text', null];
    expect(others.map(lostRace)).toEqual(others.map(() => undefined));
  });

  it('is not a busy file alone', () => {
    expect(isBusy(driverError({ code: 'SQLITE_BUSY' }))).toBe(true);
    expect(isBusy(driverError({ number: 1205 }))).toBe(false);
  });
});

describe('a database that is away', () => {
  it.each([
    { code: 'ESOCKET', message: 'Connection lost - read ECONNRESET' },
    { code: 'ECONNCLOSED', message: 'Connection is closed.' },
    { code: 'ETIMEOUT', message: 'Timeout: Request failed to complete in 15000ms' },
    { code: 'EABORT', message: 'Transaction has been aborted.' },
    { code: 'SQLITE_FULL', message: 'database or disk is full' },
    { code: 'SQLITE_READONLY', message: 'attempt to write a readonly database' },
    { code: 'SQLITE_READONLY_DBMOVED', message: 'attempt to write a readonly database' },
    { code: 'SQLITE_IOERR_WRITE', message: 'disk I/O error' },
    { code: 'SQLITE_CANTOPEN', message: 'unable to open database file' },
    { number: 9002, message: "The transaction log for database 'Fleet' is full" },
    { number: 6005, message: 'SHUTDOWN is in progress.' },
    { message: 'operation timed out for an unknown reason' },
  ])('is %j', (fields) => {
    expect(isAway(driverError(fields))).toBe(true);
  });

  it('is nothing else', () => {
    const mistake = driverError({ number: 208, message: "Invalid object name 'X'." });
    expect([DUPLICATE_PLATE, BROKEN_CHECK, mistake].filter(isAway)).toEqual([]);
  });
});

describe('a violated key', () => {
  it('is told by both engines, by its name or by its column', () => {
    expect(violatedUniqueKey(DUPLICATE_PLATE)).toContain('UQ_Vehicles_Plate');
    expect(violatedUniqueKey(DUPLICATE_LEASE)).toContain('PK_Leases');
    expect(violatedUniqueKey(SQLITE_PLATE)).toContain('Vehicles.Plate');
    expect([NO_SUCH_VEHICLE, BROKEN_CHECK].map(violatedUniqueKey)).toEqual([null, null]);
  });

  it('to another table is one in both directions, and a check is none', () => {
    const sqlite = driverError({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY', message: 'FOREIGN KEY constraint failed' });
    expect([NO_SUCH_VEHICLE, HAS_TRIPS, sqlite].map(violatesForeignKey)).toEqual([true, true, true]);
    expect([BROKEN_CHECK, DUPLICATE_PLATE].map(violatesForeignKey)).toEqual([false, false]);
  });
});

describe('a guarded write', () => {
  const rules = [{ name: 'UQ_Vehicles_Plate', column: 'Vehicles.Plate', error: () => new PlateTakenError() }];
  const failing = (error: Error) => guarded(rules, () => Promise.reject(error));

  it('gives what it writes', async () => {
    expect(await guarded(rules, async () => 1)).toBe(1);
  });

  it('breaks the rule that the key guards', async () => {
    for (const error of [DUPLICATE_PLATE, SQLITE_PLATE]) await expect(failing(error)).rejects.toThrow(PlateTakenError);
  });

  it('looks again when a row that it names went away', async () => {
    for (const error of [NO_SUCH_VEHICLE, HAS_TRIPS])
      await expect(failing(error)).rejects.toThrow(ConcurrentUpdateError);
  });

  it('lets every other error through', async () => {
    for (const error of [DUPLICATE_LEASE, BROKEN_CHECK, new TypeError('x')])
      await expect(failing(error)).rejects.toBe(error);
  });
});
