import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { Clock } from '@fleet/domain/shared/clock';
import { ANSWERS_KEPT_MS, IdempotencyKeys } from './idempotency-keys';

/** Few enough that nobody waits for the batch, many enough that a day's keys are gone in moments. */
const BATCH = 1_000;

@Injectable()
export class SweepIdempotencyKeys {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: IdempotencyKeys,
    private readonly clock: Clock,
  ) {}

  /**
   * Drops the answers that are no longer given, each batch in a transaction of its own.
   * @param stop ends the sweep before the next batch; it then throws the signal's reason
   * @returns how many there were
   */
  async execute(stop?: AbortSignal): Promise<number> {
    const since = new Date(this.clock.now().getTime() - ANSWERS_KEPT_MS);
    let total = 0;
    for (let swept = BATCH; swept === BATCH; total += swept) {
      stop?.throwIfAborted();
      swept = await this.unitOfWork.run(() => this.keys.sweep(since, BATCH));
    }
    return total;
  }
}
