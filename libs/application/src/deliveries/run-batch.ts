import { Injectable } from '@nestjs/common';
import { DomainError } from '@fleet/domain/shared/domain-error';
import { UnavailableError, VersionMismatchError } from '@fleet/application/shared/application-error';
import { AnswerOnce } from '@fleet/application/shared/idempotency/answer-once';
import { KeyedRequest } from '@fleet/application/shared/idempotency/idempotency-keys';
import { IdempotencyInFlightError } from '@fleet/application/shared/idempotency/idempotency.errors';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { BatchCommand, BatchDone, BatchOutcome } from './batch-command';
import { BatchRejectedError } from './batch-rejected.error';
import { BatchCommands } from './batch-commands';
import { DeliveryView } from './delivery.view';

/** What is kept under the key of the batch itself: that it names this batch, and nothing of what came of it. */
const NAMED = { status: 200, body: undefined };

/**
 * Runs commands one after the other, in their order. With a key each command has one of its own, kept in its own
 * transaction: whoever sends the batch again gets what was done before as it was, and the rest is done then.
 */
@Injectable()
export class RunBatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly answerOnce: AnswerOnce,
    private readonly commands: BatchCommands,
  ) {}

  /**
   * Each for itself: one that fails stops no other, and what was done stays. Once the database is away nothing more is
   * tried.
   *
   * @throws IdempotencyKeyReusedError, IdempotencyInFlightError
   */
  async each(commands: readonly BatchCommand[], keyed?: KeyedRequest): Promise<BatchOutcome[]> {
    await this.name(keyed);
    const outcomes: BatchOutcome[] = [];
    let away: UnavailableError | undefined;
    for (const command of commands) {
      const outcome = away ? { index: command.index, error: away } : await this.attempt(command, keyed);
      if ('error' in outcome && outcome.error instanceof UnavailableError) away = outcome.error;
      outcomes.push(outcome);
    }
    return outcomes;
  }

  /**
   * All of them in one transaction, or none.
   * @throws BatchRejectedError, ConcurrentUpdateError, UnavailableError, IdempotencyKeyReusedError,
   * IdempotencyInFlightError
   */
  async together(commands: readonly BatchCommand[], keyed?: KeyedRequest): Promise<BatchDone[]> {
    let present = 0;
    try {
      return await this.unitOfWork.run(async () => {
        await this.name(keyed);
        const done: BatchDone[] = [];
        for (const command of commands) {
          present = command.index;
          done.push(await this.once(command, keyed));
        }
        return done;
      });
    } catch (error) {
      // Wrapped out here alone: the unit of work must see what it may try again.
      throw isRefusal(error) ? new BatchRejectedError(present, error) : error;
    }
  }

  private async name(keyed: KeyedRequest | undefined): Promise<void> {
    if (keyed) await this.answerOnce.execute(keyed, async () => NAMED);
  }

  private async attempt(command: BatchCommand, keyed: KeyedRequest | undefined): Promise<BatchOutcome> {
    try {
      return await this.once(command, keyed);
    } catch (error) {
      // Somebody else is at work on the same batch: that is nothing that this command is answered with for good.
      if (error instanceof IdempotencyInFlightError) throw error;
      return { index: command.index, error };
    }
  }

  private async once({ index, content, work }: BatchCommand, keyed: KeyedRequest | undefined): Promise<BatchDone> {
    // The embedded engine answers at once, so a batch would never let anybody else in.
    await new Promise((resolve) => setImmediate(resolve));
    if (!keyed) return { index, delivery: await this.commands.execute(work), replayed: false };
    // No client's key has a blank in it, so none is ever the same.
    const request = { scope: keyed.scope, key: `${keyed.key} ${index}`, content };
    const { body, replayed } = await this.answerOnce.execute(request, async () => ({
      status: 200,
      body: await this.commands.execute(work),
    }));
    return { index, delivery: body as DeliveryView, replayed };
  }
}

/** Whether the command is at fault, rather than the moment. */
function isRefusal(error: unknown): boolean {
  return error instanceof DomainError || error instanceof VersionMismatchError;
}
