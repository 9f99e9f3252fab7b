import { Injectable } from '@nestjs/common';
import { Clock } from '@fleet/domain/shared/clock';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { Sessions } from './sessions';

/** Short, because on the embedded engine everybody who writes waits for it. */
const BATCH = 500;

/** Deletes the sessions and refresh tokens that have expired: nobody can do anything with them any more. */
@Injectable()
export class SweepSessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /**
   * @param stop ends it early
   * @returns how many rows are gone
   */
  async execute(stop?: AbortSignal): Promise<number> {
    const now = this.clock.now();
    for (let swept = 0; ;) {
      stop?.throwIfAborted();
      const deleted = await this.unitOfWork.run(() => this.sessions.deleteExpired(now, BATCH));
      swept += deleted;
      if (deleted === 0) return swept;
    }
  }
}
