import { Injectable } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { statementName } from '@fleet/infrastructure/shared/database/statement-name';
import { Metrics } from './metrics';
import { Timings, TimingSeries } from './timings';

const QUERY_BOUNDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const ACQUIRE_BOUNDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Texts differ with filters and numbers of rows: those that come back most are soon known again. */
const MOST_TEXTS = 2_000;

/** Connections, of which so many are held, and who waits for one. */
export interface PoolState {
  readonly size: number;
  readonly inUse: number;
  readonly waiting: number;
}

const RETRY_REASONS = ['conflict', 'deadlock', 'busy'] as const;

export type PoolName = 'writer' | 'reader';

/** `conflict`: somebody else's change came first; `busy`: another process held the embedded database's file. */
export type RetryReason = (typeof RETRY_REASONS)[number];

/** How long statements take, how full the pools are, and how often work is done again. */
@Injectable()
export class DatabaseFigures {
  private readonly queries = new Timings('db_query_duration_seconds', 'How long statements took.', QUERY_BOUNDS);
  private readonly acquires = new Timings('db_pool_acquire_seconds', 'Waiting for a connection.', ACQUIRE_BOUNDS);
  private readonly byName = new Map<string, TimingSeries>();
  private readonly byText = new Map<string, TimingSeries>();
  private readonly pools = new Map<PoolName, () => PoolState>();
  private readonly retries: Counter<'reason'>;

  constructor(metrics: Metrics) {
    const registers = [metrics.registry];
    metrics.add(this.queries);
    metrics.add(this.acquires);
    this.gauge(metrics, 'db_pool_size', 'Connections that a pool may have.', ({ size }) => size);
    this.gauge(metrics, 'db_pool_in_use', 'Connections that are held.', ({ inUse }) => inUse);
    this.gauge(metrics, 'db_pool_waiting', 'Who waits for a connection.', ({ waiting }) => waiting);
    this.retries = new Counter({
      name: 'unit_of_work_retries_total',
      help: 'Work that was done again, or begun again.',
      labelNames: ['reason'],
      registers,
    });
    // A counter that begins at 1 hides its first increase.
    for (const reason of RETRY_REASONS) this.retries.inc({ reason }, 0);
  }

  /** The durations of statements that are called as this one is. */
  durationsOf(text: string): TimingSeries {
    const known = this.byText.get(text);
    if (known) return known;
    const query = statementName(text);
    const series = this.byName.get(query) ?? this.queries.series({ query });
    this.byName.set(query, series);
    if (this.byText.size >= MOST_TEXTS) this.byText.clear();
    this.byText.set(text, series);
    return series;
  }

  /** @returns where it is written down how long connections were waited for */
  watchPool(pool: PoolName, state: () => PoolState): TimingSeries {
    this.pools.set(pool, state);
    return this.acquires.series({ pool });
  }

  retried(reason: RetryReason): void {
    this.retries.inc({ reason });
  }

  private gauge({ registry }: Metrics, name: string, help: string, figure: (state: PoolState) => number): void {
    const { pools } = this;
    new Gauge({
      name,
      help,
      labelNames: ['pool'],
      registers: [registry],
      collect() {
        for (const [pool, state] of pools) this.set({ pool }, figure(state()));
      },
    });
  }
}
