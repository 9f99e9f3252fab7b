import { setTimeout as sleep } from 'node:timers/promises';
import mssql from 'mssql';
import { DataSource } from 'typeorm';
import { DatabaseFigures } from '@fleet/infrastructure/shared/metrics/database-figures';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { Untraced } from '@fleet/infrastructure/shared/tracing/untraced';
import { DatabaseWatch } from './database-watch';
import { ReadDatabase } from './read-database';
import { SqlServerReadDatabase } from './sql-server-read-database';
import { SqliteDatabase } from './sqlite-driver';
import { SqliteReadDatabase } from './sqlite-read-database';
import { Transaction } from './transaction';

/** Keeps what it is told of. */
class Watched extends DatabaseWatch {
  readonly told: { text: string; failed: boolean; ms: number }[] = [];

  constructor() {
    super(new DatabaseFigures(new Metrics()), new Untraced());
  }

  override ran(text: string, start: number, failed: boolean): void {
    this.told.push({ text, failed, ms: performance.now() - start });
  }
}

const transaction = new Transaction();
let watch: Watched;
beforeEach(() => (watch = new Watched()));

describe('the embedded reader', () => {
  let reader: ReadDatabase;
  beforeEach(() => (reader = new SqliteReadDatabase(new SqliteDatabase(':memory:'), transaction, watch)));
  afterEach(() => reader.close());

  it('tells of a read that is answered', async () => {
    expect(await reader.query('SELECT ? AS "one"', [1])).toEqual([{ one: 1 }]);
    expect(watch.told).toEqual([{ text: 'SELECT ? AS "one"', failed: false, ms: expect.any(Number) as number }]);
  });

  it.each([
    ['cannot be prepared', 'SELECT Id FROM Nowhere WHERE Id = ?', ['x'], 'no such table: Nowhere'],
    ['fails in the middle', 'SELECT json(?) AS "broken"', ['{'], 'malformed JSON'],
  ])('tells of one that %s', async (_, text, parameters, message) => {
    await expect(reader.query(text, parameters)).rejects.toMatchObject({ message });
    expect(watch.told).toMatchObject([{ text, failed: true }]);
  });
});

describe('the reader of a server', () => {
  const TAKES_MS = 20;
  let reader: ReadDatabase;
  beforeEach(() => {
    const dataSource = { driver: { master: new mssql.ConnectionPool({ server: 'nowhere' }) } };
    reader = new SqlServerReadDatabase(dataSource as unknown as DataSource, false, transaction, watch);
  });
  afterEach(() => jest.restoreAllMocks());

  /** The driver, without a server behind it. */
  function answering(answer: () => unknown): void {
    const query = (): unknown => sleep(TAKES_MS).then(answer);
    jest.spyOn(mssql.Request.prototype, 'query').mockImplementation(query);
  }

  it('tells of a read that is answered, and how long it took', async () => {
    answering(() => ({ recordset: Object.assign([{ one: 1 }], { columns: {} }) }));
    expect([...(await reader.query('SELECT ? AS "one"', [1]))]).toEqual([{ one: 1 }]);
    expect(watch.told).toMatchObject([{ text: 'SELECT @0 AS "one"', failed: false }]);
    // A timer may be early by a part of a millisecond.
    expect(watch.told[0]!.ms).toBeGreaterThan(TAKES_MS - 2);
  });

  it('tells of one that fails', async () => {
    answering(() => {
      throw new Error('Invalid object name');
    });
    await expect(reader.query('SELECT Id FROM Nowhere WHERE Id = ?', ['x'])).rejects.toThrow('Invalid object name');
    expect(watch.told).toMatchObject([{ text: 'SELECT Id FROM Nowhere WHERE Id = @0', failed: true }]);
    expect(watch.told[0]!.ms).toBeGreaterThan(TAKES_MS - 2);
  });
});
