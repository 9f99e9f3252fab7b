import { Leases } from '@fleet/application/shared/lease';
import { Clock } from '@fleet/domain/shared/clock';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { DatabaseWatch } from '@fleet/infrastructure/shared/database/database-watch';
import { Untraced } from '@fleet/infrastructure/shared/tracing/untraced';
import { DatabaseFigures } from '@fleet/infrastructure/shared/metrics/database-figures';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { loadSecretKeys } from '@fleet/infrastructure/shared/secrets/load-secret-keys';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { InProcessCommittedEvents } from '@fleet/infrastructure/shared/database/in-process-committed-events';
import { openDatabase } from '@fleet/infrastructure/shared/database/open-database';
import { SqlUnitOfWork } from '@fleet/infrastructure/shared/database/sql-unit-of-work';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { SqlLeases } from '@fleet/infrastructure/shared/leases/sql-leases';
import { createTestDatabase, TestDatabase, TEST_KEYS } from './support/test-database';

const TTL = 30_000;

/** The test's clock, the same for every holder. */
class SetClock extends Clock {
  private time = Date.parse('2026-01-31T12:00:00.000Z');

  now(): Date {
    return new Date(this.time);
  }

  advance(milliseconds: number): void {
    this.time += milliseconds;
  }
}

let testDatabase: TestDatabase;
let clock: SetClock;
const databases: Database[] = [];
/** Two processes, as far as the database can see. */
let ours: Leases, theirs: Leases;
let tests = 0;
/** A lease of each test's own. */
let name: string;

async function holder(): Promise<Leases> {
  const transaction = new Transaction();
  const configuration = loadConfiguration({ DATABASE_URL: testDatabase.url, DATABASE_MIGRATE: 'true', ...TEST_KEYS });
  const figures = new DatabaseFigures(new Metrics());
  const watch = new DatabaseWatch(figures, new Untraced());
  const database = await openDatabase(configuration, loadSecretKeys(configuration), transaction, watch);
  databases.push(database);
  const unitOfWork = new SqlUnitOfWork(database.transactions, transaction, new InProcessCommittedEvents(), figures);
  return new SqlLeases(unitOfWork, transaction, clock, database.reader);
}

beforeAll(async () => {
  testDatabase = createTestDatabase();
  clock = new SetClock();
  ours = await holder();
  theirs = await holder();
});
beforeEach(() => (name = `job-${++tests}`));
afterAll(async () => {
  for (const database of databases) await database.close();
  await testDatabase.drop();
});

describe('taking a lease', () => {
  it('is for one at a time', async () => {
    expect(await ours.acquire(name, 1, TTL)).toEqual({ name, epoch: 1 });
    expect(await theirs.acquire(name, 1, TTL)).toBeNull();
    expect(await theirs.acquire(name, 2, TTL)).toBeNull();
    expect(await ours.acquire(name, 2, TTL)).toBeNull();
  });

  it('is for each name by itself', async () => {
    await ours.acquire(name, 1, TTL);
    expect(await theirs.acquire(`${name}-other`, 1, TTL)).not.toBeNull();
  });

  it('goes to the next tick when the holder has given it up', async () => {
    const lease = await ours.acquire(name, 1, TTL);
    await ours.release(lease!);
    expect(await theirs.acquire(name, 2, TTL)).toEqual({ name, epoch: 2 });
  });

  it('goes to the next tick when the holder is dead, and not a moment earlier', async () => {
    await ours.acquire(name, 1, TTL);
    clock.advance(TTL - 1);
    expect(await theirs.acquire(name, 2, TTL)).toBeNull();
    clock.advance(1);
    expect(await theirs.acquire(name, 2, TTL)).toEqual({ name, epoch: 2 });
  });

  it('is refused for a tick that had its holder, and for an earlier one, whoever asks', async () => {
    const lease = await ours.acquire(name, 5, TTL);
    await ours.release(lease!);
    clock.advance(TTL);
    for (const epoch of [5, 4, 0, -1]) {
      expect([await ours.acquire(name, epoch, TTL), await theirs.acquire(name, epoch, TTL)]).toEqual([null, null]);
    }
    expect(await theirs.acquire(name, 6, TTL)).not.toBeNull();
  });

  it('has one winner among many at every tick, the first included', async () => {
    for (const epoch of [1, 2, 3, 4, 5]) {
      const tries = Array.from({ length: 20 }, (_, index) => (index % 2 ? ours : theirs).acquire(name, epoch, TTL));
      const leases = await Promise.all(tries);
      expect(leases.filter((lease) => lease !== null)).toEqual([{ name, epoch }]);
      clock.advance(TTL);
    }
  });
});

describe('renewing a lease', () => {
  it('keeps others out for longer', async () => {
    const lease = await ours.acquire(name, 1, TTL);
    clock.advance(TTL - 1);
    expect(await ours.renew(lease!, TTL)).toBe(true);
    clock.advance(TTL - 1);
    expect(await theirs.acquire(name, 2, TTL)).toBeNull();
    clock.advance(1);
    expect(await theirs.acquire(name, 2, TTL)).not.toBeNull();
  });

  it('fails when somebody else has it, even when that one is done', async () => {
    const lease = await ours.acquire(name, 1, TTL);
    clock.advance(TTL);
    const taken = await theirs.acquire(name, 2, TTL);
    expect(await ours.renew(lease!, TTL)).toBe(false);
    await theirs.release(taken!);
    expect(await ours.renew(lease!, TTL)).toBe(false);
    expect(await ours.acquire(name, 3, TTL)).not.toBeNull();
  });

  it('fails for an earlier tick of the same holder', async () => {
    const lease = await ours.acquire(name, 1, TTL);
    clock.advance(TTL);
    const next = await ours.acquire(name, 2, TTL);
    expect([await ours.renew(lease!, TTL), await ours.renew(next!, TTL)]).toEqual([false, true]);
  });
});

describe('giving a lease up', () => {
  it('does not take it from whoever has it by now', async () => {
    const lease = await ours.acquire(name, 1, TTL);
    clock.advance(TTL);
    const taken = await theirs.acquire(name, 2, TTL);
    await ours.release(lease!);
    expect(await ours.acquire(name, 3, TTL)).toBeNull();
    expect(await theirs.renew(taken!, TTL)).toBe(true);
  });
});
