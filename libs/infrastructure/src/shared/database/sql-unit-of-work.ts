import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { ConcurrentUpdateError, UnavailableError } from '@fleet/application/shared/application-error';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { DatabaseFigures } from '@fleet/infrastructure/shared/metrics/database-figures';
import { isAway, lostRace } from './database-errors';
import { InProcessCommittedEvents } from './in-process-committed-events';
import { Transaction } from './transaction';
import { Transactions } from './transactions';

const MAX_REPEATS = 4;
const LONGEST_PAUSE_MS = 40;

@Injectable()
export class SqlUnitOfWork extends UnitOfWork {
  constructor(
    private readonly transactions: Transactions,
    private readonly transaction: Transaction,
    private readonly committed: InProcessCommittedEvents,
    private readonly figures: DatabaseFigures,
  ) {
    super();
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.transaction.isOpen) return work();
    for (let repeats = 0; ; repeats++) {
      try {
        return await this.runOnce(work);
      } catch (error) {
        if (isAway(error)) throw new UnavailableError('The database is away.', error);
        const lost = error instanceof ConcurrentUpdateError ? 'conflict' : lostRace(error);
        if (!lost) throw error;
        if (repeats === MAX_REPEATS) throw error instanceof ConcurrentUpdateError ? error : new ConcurrentUpdateError();
        this.figures.retried(lost);
        // Losers that all come back at once would meet again.
        await sleep(Math.random() * LONGEST_PAUSE_MS * (repeats + 1));
      }
    }
  }

  private async runOnce<T>(work: () => Promise<T>): Promise<T> {
    const { result, events } = await this.transactions.run((manager) =>
      this.transaction.run(manager, async () => ({ result: await work(), events: this.transaction.events })),
    );
    await this.committed.publish(events);
    return result;
  }
}
