import { Injectable } from '@nestjs/common';
import { Readiness, ReadinessChecks } from '@fleet/application/shared/readiness';
import { TieredCache } from '@fleet/infrastructure/shared/cache/tiered-cache';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';

const DATABASE_TIMEOUT_MS = 2_000;

@Injectable()
export class SystemReadiness extends Readiness {
  constructor(
    private readonly database: ReadDatabase,
    private readonly cache: TieredCache,
  ) {
    super();
  }

  async check(): Promise<ReadinessChecks> {
    const [database, cache] = await Promise.all([this.databaseAnswers(), this.cache.answers()]);
    return { database, cache };
  }

  private async databaseAnswers(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), DATABASE_TIMEOUT_MS)));
    const answer = this.database.query('SELECT 1 AS one', []).then(
      () => true,
      () => false,
    );
    try {
      return await Promise.race([answer, tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }
}
