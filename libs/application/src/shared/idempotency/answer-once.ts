import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { Clock } from '@fleet/domain/shared/clock';
import { Answer, ANSWERS_KEPT_MS, IdempotencyKeys, KeptAnswer, KeyedRequest } from './idempotency-keys';
import { IdempotencyInFlightError, IdempotencyKeyReusedError } from './idempotency.errors';

export interface OnceAnswer extends Answer {
  /** Whether an earlier request with the same key was given it. */
  readonly replayed: boolean;
}

/** Does what a keyed request asks for once, and gives every later one with its key the same answer. */
@Injectable()
export class AnswerOnce {
  /** What this process is working on. The port keeps processes apart. */
  private readonly underWay = new Set<string>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: IdempotencyKeys,
    private readonly clock: Clock,
  ) {}

  /**
   * The work and its answer are one transaction, so a key is there exactly when its work is done: work that throws
   * leaves none.
   *
   * @param work may run again, as in {@link UnitOfWork.run}; the units of work inside it join this one
   * @throws IdempotencyKeyReusedError, IdempotencyInFlightError, and whatever the work throws
   */
  async execute(request: KeyedRequest, work: () => Promise<Answer>): Promise<OnceAnswer> {
    const name = JSON.stringify([request.scope, request.key]);
    if (this.underWay.has(name)) return this.keptAlready(request);
    this.underWay.add(name);
    try {
      return await this.unitOfWork.run(() => this.keptOrNew(request, work));
    } finally {
      this.underWay.delete(name);
    }
  }

  /** What is under way may be another repeat, which nobody need wait for. */
  private async keptAlready(request: KeyedRequest): Promise<OnceAnswer> {
    const kept = await this.keys.find(request, this.oldest(this.clock.now()));
    if (!kept) throw new IdempotencyInFlightError();
    return again(kept);
  }

  private async keptOrNew(request: KeyedRequest, work: () => Promise<Answer>): Promise<OnceAnswer> {
    const now = this.clock.now();
    const kept = await this.keys.claim(request, this.oldest(now));
    if (kept) return again(kept);
    const answer = await work();
    await this.keys.keep(request, answer, now);
    return { ...answer, replayed: false };
  }

  private oldest(now: Date): Date {
    return new Date(now.getTime() - ANSWERS_KEPT_MS);
  }
}

/** @throws IdempotencyKeyReusedError */
function again({ isSameRequest, status, body }: KeptAnswer): OnceAnswer {
  if (!isSameRequest) throw new IdempotencyKeyReusedError();
  return { status, body, replayed: true };
}
