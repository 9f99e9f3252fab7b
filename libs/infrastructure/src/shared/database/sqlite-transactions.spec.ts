import { DataSource } from 'typeorm';
import { DatabaseFigures } from '@fleet/infrastructure/shared/metrics/database-figures';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { connect } from './connect';
import { SqliteCheckpoints } from './sqlite-checkpoints';
import { SqliteTransactions } from './sqlite-transactions';
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
  await new SqliteTransactions(dataSource, new WriterLine(figures), figures, checkpoints).run(step('work'));
  expect(steps).toEqual(order);
  const waits = 'db_query_duration_seconds_count{query="checkpoint"} 1';
  expect((await metrics.registry.metrics()).includes(waits)).toBe(isLong);
});
