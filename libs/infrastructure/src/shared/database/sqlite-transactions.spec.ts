import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DatabaseFigures } from '@fleet/infrastructure/shared/metrics/database-figures';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { connect } from './connect';
import { SqliteCheckpoints } from './sqlite-checkpoints';
import { SqliteFile, SqliteTransactions } from './sqlite-transactions';
import { WriterLine } from './writer-line';

let dataSource: DataSource;
beforeEach(async () => (dataSource = await connect({ engine: 'sqlite', file: ':memory:' }, 1)));
afterEach(() => dataSource.destroy());

it.each([
  ['waits for room in a log that is long, and writes then', true, ['room', 'work', 'written']],
  ['waits for nothing as long as the log is short', false, ['work', 'written']],
])('%s', async (_, isLong, order) => {
  const steps: string[] = [];
  const step = (name: string) => async () => void steps.push(name);
  const checkpoints = { isLong, makeRoom: step('room'), written: step('written') } as unknown as SqliteCheckpoints;
  const metrics = new Metrics();
  const figures = new DatabaseFigures(metrics);
  await new SqliteTransactions(dataSource, new WriterLine(figures), figures, { checkpoints, wipe: jest.fn() }).run(
    step('work'),
  );
  expect(steps).toEqual(order);
  const waits = 'db_query_duration_seconds_count{query="checkpoint"} 1';
  expect((await metrics.registry.metrics()).includes(waits)).toBe(isLong);
});

describe('wiping what was deleted', () => {
  const quiet = async () => undefined;
  const wipeWith = async (wipe: SqliteFile['wipe']) => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
    const checkpoints = { quiet } as unknown as SqliteCheckpoints;
    const figures = new DatabaseFigures(new Metrics());
    await new SqliteTransactions(dataSource, new WriterLine(figures), figures, { checkpoints, wipe }).wipeDeleted('T');
    return warn.mock.calls;
  };
  afterEach(() => jest.restoreAllMocks());

  it('does it once for all who wait for it, and again for whoever comes later', async () => {
    const begun: (() => void)[] = [];
    const wipe = jest.fn(() => new Promise<boolean>((resolve) => begun.push(() => resolve(true))));
    const figures = new DatabaseFigures(new Metrics());
    const line = new WriterLine(figures);
    const checkpoints = { quiet } as unknown as SqliteCheckpoints;
    const transactions = new SqliteTransactions(dataSource, line, figures, { checkpoints, wipe });
    let free: () => void = () => undefined;
    const busy = new Promise<void>((resolve) => (free = resolve));
    void line.runExclusive(() => busy);
    const first = [transactions.wipeDeleted('T'), transactions.wipeDeleted('T')];
    free();
    while (begun.length < 1) await new Promise(setImmediate);
    const second = transactions.wipeDeleted('T');
    begun[0]!();
    await Promise.all(first);
    while (begun.length < 2) await new Promise(setImmediate);
    begun[1]!();
    await second;
    expect(wipe).toHaveBeenCalledTimes(2);
  });

  it('says nothing when all of it is gone', async () => {
    expect(await wipeWith(async () => true)).toEqual([]);
  });

  it('says that the log is in use, and never fails', async () => {
    expect(await wipeWith(async () => false)).toEqual([[expect.stringContaining('log could not be emptied')]]);
  });

  it('says why it could not be done, and never fails', async () => {
    const full = async () => Promise.reject(new Error('database or disk is full'));
    expect(await wipeWith(full)).toEqual([[expect.stringMatching(/until the next start: .*disk is full/)]]);
  });
});
