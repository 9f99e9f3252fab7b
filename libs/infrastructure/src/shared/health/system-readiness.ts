import { Injectable } from '@nestjs/common';
import { Readiness, ReadinessChecks } from '@fleet/application/shared/readiness';
import { TieredCache } from '@fleet/infrastructure/shared/cache/tiered-cache';
import { DatabaseWatch } from '@fleet/infrastructure/shared/database/database-watch';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { LatestReading } from '@fleet/infrastructure/shared/metrics/latest-reading';

/** Anybody may ask, as often as he likes: what is asked of the others is asked once. */
const GOOD_FOR_MS = 1_000;
const PATIENCE_MS = 2_000;
/** A database that has answered somebody within this time is there: it is busy when it does not get to a check. */
const LATELY_MS = GOOD_FOR_MS + PATIENCE_MS;
/** So many wait for a check that takes its time; whoever comes then is told what was known before. */
const MOST_WAITING = 1_000;

@Injectable()
export class SystemReadiness extends Readiness {
  private readonly database: LatestReading<unknown>;
  private readonly cache: LatestReading<boolean>;
  private known: ReadinessChecks = { database: false, cache: false };
  private waiting = 0;

  constructor(
    database: ReadDatabase,
    cache: TieredCache,
    private readonly watch: DatabaseWatch,
  ) {
    super();
    this.database = new LatestReading(() => database.query('SELECT 1 AS one', []), GOOD_FOR_MS, PATIENCE_MS);
    this.cache = new LatestReading(() => cache.answers(), GOOD_FOR_MS, PATIENCE_MS);
  }

  async check(): Promise<ReadinessChecks> {
    if (this.waiting >= MOST_WAITING) return this.known;
    this.waiting++;
    try {
      const [database, cache] = await Promise.all([this.database.get(), this.cache.get()]);
      const isThere = database !== null || performance.now() - this.watch.lastAnswerAt < LATELY_MS;
      this.known = { database: isThere, cache: cache === true };
      return this.known;
    } finally {
      this.waiting--;
    }
  }
}
