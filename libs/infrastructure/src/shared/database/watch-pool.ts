import { DataSource } from 'typeorm';
import { SqlServerDriver } from 'typeorm/driver/sqlserver/SqlServerDriver';
import { DatabaseFigures, PoolName } from '@fleet/infrastructure/shared/metrics/database-figures';

/** tarn's pool, which the driver keeps its connections in. */
interface TarnPool {
  readonly max: number;
  numUsed(): number;
  numPendingAcquires(): number;
  on(event: 'acquireRequest' | 'acquireSuccess' | 'acquireFail', listener: (id: number) => void): void;
}

/** Shows how full a server's pool is, and how long connections of it are waited for. */
export function watchPool(name: PoolName, { driver }: DataSource, figures: DatabaseFigures): void {
  const { pool } = (driver as SqlServerDriver).master as { pool: TarnPool };
  const waits = figures.watchPool(name, () => ({
    size: pool.max,
    inUse: pool.numUsed(),
    waiting: pool.numPendingAcquires(),
  }));
  const starts = new Map<number, number>();
  const ended = (id: number) => {
    waits.observe((performance.now() - (starts.get(id) ?? performance.now())) / 1000);
    starts.delete(id);
  };
  pool.on('acquireRequest', (id) => starts.set(id, performance.now()));
  pool.on('acquireSuccess', ended);
  pool.on('acquireFail', ended);
}
